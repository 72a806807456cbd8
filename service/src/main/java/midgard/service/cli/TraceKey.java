package midgard.service.cli;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import midgard.schemas.Domain;
import midgard.topology.replay.Turn;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A key whose states are watched: {@code player/150101}. */
record TraceKey(Domain domain, String key) {

  boolean touchedBy(Turn turn) {
    return turn.domain() == domain
        && (turn.record().key().filter(key::equals).isPresent()
            || turn.written().stream().anyMatch(written -> written.key().equals(key)));
  }

  @Override
  public String toString() {
    return domain.id() + "/" + key;
  }

  /** The domain of this name. */
  static Optional<Domain> domain(String name) {
    return Arrays.stream(Domain.values()).filter(domain -> domain.id().equals(name)).findFirst();
  }

  static String domains() {
    return Arrays.stream(Domain.values()).map(Domain::id).collect(Collectors.joining(", "));
  }

  static final class Converter implements ITypeConverter<TraceKey> {
    @Override
    public TraceKey convert(String value) {
      int slash = value.indexOf('/');
      Optional<Domain> domain = slash < 0 ? Optional.empty() : domain(value.substring(0, slash));
      String key = value.substring(slash + 1);
      // "*" is what all keys of an agent share: no key, and no state of one.
      if (domain.isEmpty() || key.isEmpty() || key.equals("*")) {
        throw new TypeConversionException(
            "\"%s\" is no key; it must be DOMAIN/KEY such as player/150101, the domain one of %s"
                .formatted(value, domains()));
      }
      return new TraceKey(domain.get(), key);
    }
  }
}
