package midgard.agents.memory;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import midgard.schemas.memory.Hearsay;
import midgard.schemas.memory.Memory;
import midgard.schemas.memory.MemoryState;
import midgard.schemas.memory.NpcMemory;

/** What an NPC remembers, latest first, within its bounds. */
final class Memories {
  private static final Comparator<Memory> LATEST =
      Comparator.comparing(Memory::getRememberedAt).reversed().thenComparing(Memory::getMemoryId);

  private Memories() {}

  static void add(MemoryState state, Memory memory, long now) {
    state.getMemories().add(memory);
    state.getMemories().sort(LATEST);
    forget(state, now);
  }

  /** Drops what is over, and what is weakest when it is too much. */
  static void forget(MemoryState state, long now) {
    List<Memory> memories = state.getMemories();
    memories.removeIf(memory -> MemoryRules.isForgotten(memory, now));
    while (memories.size() > MemoryRules.MEMORIES) {
      Memory weakest =
          memories.stream()
              .min(
                  Comparator.comparing((Memory memory) -> MemoryRules.strength(memory, now))
                      .thenComparing(Memory::getRememberedAt)
                      .thenComparing(Memory::getMemoryId))
              .orElseThrow();
      memories.remove(weakest);
    }
    state.getHearsay().removeIf(hearsay -> hearsay.getExpiresAt() <= now);
  }

  static Optional<Memory> ofSource(MemoryState state, String source) {
    return state.getMemories().stream()
        .filter(memory -> memory.getSource().equals(source))
        .findFirst();
  }

  static void hear(MemoryState state, Hearsay heard) {
    List<Hearsay> hearsay = state.getHearsay();
    hearsay.removeIf(known -> known.getInfoId().equals(heard.getInfoId()));
    hearsay.add(0, heard);
    if (hearsay.size() > MemoryRules.HEARSAY) {
      hearsay.remove(hearsay.size() - 1);
    }
  }

  static NpcMemory row(String npc, Memory memory) {
    return new NpcMemory(
        memory.getMemoryId(),
        npc,
        memory.getType(),
        memory.getSector(),
        memory.getContent(),
        memory.getParticipants(),
        memory.getMap(),
        memory.getImportance(),
        memory.getValenceMilli(),
        Instant.ofEpochMilli(memory.getRememberedAt()),
        Instant.ofEpochMilli(memory.getRememberedAt()).plus(MemoryRules.REMEMBERED));
  }
}
