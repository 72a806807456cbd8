package midgard.service.http;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import org.apache.avro.generic.IndexedRecord;

/** Avro records by their fields, and not by the getters that the generated classes have besides. */
final class RowSerializer extends StdSerializer<IndexedRecord> {
  private static final long serialVersionUID = 1L;

  RowSerializer() {
    super(IndexedRecord.class);
  }

  @Override
  public void serialize(IndexedRecord record, JsonGenerator out, SerializerProvider provider)
      throws IOException {
    out.writeTree(Row.of(record));
  }
}
