package midgard.service.cli;

import java.util.EnumSet;
import java.util.Set;
import midgard.schemas.Domain;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Some of the domains. */
record DomainChoice(Set<Domain> domains) {

  static final class Converter implements ITypeConverter<DomainChoice> {
    @Override
    public DomainChoice convert(String value) {
      if (value.equals("all")) {
        return new DomainChoice(EnumSet.allOf(Domain.class));
      }
      Set<Domain> chosen = EnumSet.noneOf(Domain.class);
      for (String name : value.split(",", -1)) {
        chosen.add(
            TraceKey.domain(name)
                .orElseThrow(
                    () ->
                        new TypeConversionException(
                            "\"%s\" is no domain; it must be all, or some of %s with commas between"
                                .formatted(name, TraceKey.domains()))));
      }
      return new DomainChoice(chosen);
    }
  }
}
