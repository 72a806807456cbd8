package midgard.bench.traffic;

/** A party or a guild. */
final class Group {
  final long id;
  final String name;
  int members;

  Group(long id, String name) {
    this.id = id;
    this.name = name;
  }
}
