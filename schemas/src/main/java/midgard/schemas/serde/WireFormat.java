package midgard.schemas.serde;

import java.nio.ByteBuffer;
import java.util.OptionalInt;

/** What can be told of a value in the Confluent wire format without reading its body. */
public final class WireFormat {
  private WireFormat() {}

  /** The id of the schema that wrote a value; empty when the value is not in the format. */
  public static OptionalInt schemaId(byte[] value) {
    return value.length < AvroCodec.HEADER || value[0] != 0
        ? OptionalInt.empty()
        : OptionalInt.of(ByteBuffer.wrap(value, 1, Integer.BYTES).getInt());
  }
}
