package midgard.bench.faults;

import java.io.File;
import java.nio.file.Path;
import java.util.List;

/**
 * What child processes may run.
 *
 * @param jar the shipped program
 */
public record Programs(Path jar) {
  /** The shipped program, with an empty world. */
  public List<String> shipped() {
    return List.of("-jar", jar.toAbsolutePath().toString(), "run", "--empty");
  }

  /** A class of this module, with this process's own class path. */
  public List<String> ofBench(Class<?> main) {
    String classPath = System.getProperty("java.class.path");
    StringBuilder absolute = new StringBuilder();
    for (String entry : classPath.split(File.pathSeparator)) {
      absolute.append(absolute.isEmpty() ? "" : File.pathSeparator);
      absolute.append(Path.of(entry).toAbsolutePath());
    }
    return List.of("-cp", absolute.toString(), main.getName());
  }
}
