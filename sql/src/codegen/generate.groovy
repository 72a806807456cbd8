/*
 * Generates the jOOQ classes: starts a PostgreSQL of its own in the build folder, brings it to the
 * newest migration and lets jOOQ read the schema. A stamp over all that goes in skips this when
 * nothing has changed, so an ordinary build does not pay for it.
 */
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres
import java.security.MessageDigest
import java.util.logging.Level
import java.util.logging.Logger
import org.flywaydb.core.Flyway
import org.jooq.codegen.GenerationTool
import org.jooq.meta.jaxb.Configuration
import org.jooq.meta.jaxb.Database
import org.jooq.meta.jaxb.Generate
import org.jooq.meta.jaxb.Generator
import org.jooq.meta.jaxb.Jdbc
import org.jooq.meta.jaxb.Logging
import org.jooq.meta.jaxb.Target

File base = project.basedir
File build = new File(project.build.directory)
File migrations = new File(base, 'src/main/resources/db/migration')
File output = new File(build, 'generated-sources/jooq')
File stamp = new File(build, 'jooq.stamp')

MessageDigest digest = MessageDigest.getInstance('SHA-256')
List<File> inputs = (migrations.listFiles().sort { it.name } as List) + [new File(base, 'src/codegen/generate.groovy'), new File(base, 'pom.xml')]
inputs.each {
  digest.update(it.name.getBytes('UTF-8'))
  digest.update(it.bytes)
}
digest.update(project.properties['jooq.version'].toString().getBytes('UTF-8'))
String sum = digest.digest().encodeHex().toString()
if (stamp.exists() && stamp.text == sum && output.exists()) {
  return
}

stamp.delete()
// The variable keeps the logger: the log manager itself may forget one that nobody holds.
Logger flywayLog = Logger.getLogger('org.flywaydb')
flywayLog.level = Level.WARNING
File folder = new File(build, 'codegen-postgresql')
folder.deleteDir()
folder.mkdirs()
System.setProperty('ot.epg.working-dir', new File(folder, 'programs').path)
File serverLog = new File(build, 'codegen-postgresql.log')
EmbeddedPostgres server = EmbeddedPostgres.builder()
    .setOverrideWorkingDirectory(new File(folder, 'programs'))
    .setDataDirectory(new File(folder, 'data'))
    .setServerConfig('listen_addresses', '127.0.0.1')
    .setServerConfig('unix_socket_directories', '')
    .setOutputRedirector(ProcessBuilder.Redirect.appendTo(serverLog))
    .setErrorRedirector(ProcessBuilder.Redirect.appendTo(serverLog))
    .start()
try {
  String url = server.getJdbcUrl('postgres', 'postgres').replace('localhost', '127.0.0.1')
  Flyway.configure(getClass().classLoader)
      .dataSource(url, 'postgres', '')
      .locations('filesystem:' + migrations.path)
      .load()
      .migrate()
  output.deleteDir()
  GenerationTool.generate(new Configuration()
      .withLogging(Logging.WARN)
      .withJdbc(new Jdbc().withDriver('org.postgresql.Driver').withUrl(url).withUser('postgres').withPassword(''))
      .withGenerator(new Generator()
          .withDatabase(new Database()
              .withInputSchema('public')
              .withOutputSchemaToDefault(true)
              .withExcludes('flyway_schema_history'))
          .withGenerate(new Generate().withRecords(true).withGlobalObjectReferences(true).withComments(false))
          .withTarget(new Target().withPackageName('midgard.sql.generated').withDirectory(output.path).withEncoding('UTF-8'))))
  stamp.text = sum
} finally {
  server.close()
  folder.deleteDir()
}
