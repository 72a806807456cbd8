package midgard.stack.registry;

import java.util.Comparator;

/** A version under a subject, ordered by subject and then by version. */
record SubjectVersion(String subject, int version) implements Comparable<SubjectVersion> {
  private static final Comparator<SubjectVersion> ORDER =
      Comparator.comparing(SubjectVersion::subject).thenComparingInt(SubjectVersion::version);

  @Override
  public int compareTo(SubjectVersion other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return subject + " version " + version;
  }
}
