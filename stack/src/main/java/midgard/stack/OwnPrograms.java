package midgard.stack;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import io.zonky.test.db.postgres.embedded.PgBinaryResolver;
import java.io.IOException;
import java.io.InputStream;

/**
 * Finds PostgreSQL's programs like the library does. The library remembers, per resolver and for
 * the life of the process, where it unpacked them; a new resolver for each server makes sure that
 * each runs from its own folder.
 */
final class OwnPrograms implements PgBinaryResolver {
  @Override
  public InputStream getPgBinary(String system, String machineHardware) throws IOException {
    return DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(system, machineHardware);
  }
}
