package midgard.service.produce;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds where the parts of a JSON text begin and end, and looks no deeper: so one bad event in a
 * batch (invalid UTF-8, a field twice) is that event's fault and not the batch's, and each event is
 * parsed once, from its own bytes.
 *
 * <p>Why no library: a JSON parser cannot go on after an error. Jackson's, with every lenient
 * feature on, still ends the whole batch at one event with a missing comma or with the {@code nan}
 * that C's printf writes.
 */
final class JsonScanner {
  /** The bytes of one value. */
  record Slice(byte[] source, int from, int to) {
    byte[] bytes() {
      return java.util.Arrays.copyOfRange(source, from, to);
    }

    int length() {
      return to - from;
    }

    boolean isNull() {
      return length() == 4 && text().equals("null");
    }

    String text() {
      return new String(source, from, length(), StandardCharsets.UTF_8);
    }

    private boolean startsWith(char c) {
      return length() > 0 && source[from] == c;
    }

    boolean isObject() {
      return startsWith('{');
    }

    boolean isArray() {
      return startsWith('[');
    }
  }

  /** The text is not well formed; the message says where. */
  static final class Malformed extends Exception {
    private static final long serialVersionUID = 1L;

    Malformed(String message) {
      super(message, null, false, false);
    }
  }

  private final byte[] json;
  private final int end;
  private int at;

  private JsonScanner(Slice slice) {
    this.json = slice.source();
    this.at = slice.from();
    this.end = slice.to();
  }

  /** The one value that a text is. */
  static Slice root(byte[] text) throws Malformed {
    JsonScanner scanner = new JsonScanner(new Slice(text, 0, text.length));
    Slice value = scanner.value();
    scanner.space();
    if (scanner.at < scanner.end) {
      throw scanner.malformed("something follows the end of the JSON");
    }
    return value;
  }

  /** The members of an object, in their order; of a name that comes twice the last. */
  static Map<String, Slice> members(Slice object) throws Malformed {
    JsonScanner scanner = new JsonScanner(object);
    Map<String, Slice> members = new LinkedHashMap<>();
    scanner.expect('{');
    if (scanner.closes('}')) {
      return members;
    }
    do {
      scanner.space();
      int start = scanner.at;
      scanner.string();
      String name =
          new String(json(scanner), start + 1, scanner.at - start - 2, StandardCharsets.UTF_8);
      scanner.space();
      scanner.expect(':');
      members.put(name, scanner.value());
    } while (scanner.continues('}'));
    return members;
  }

  /** The elements of an array. */
  static List<Slice> elements(Slice array) throws Malformed {
    JsonScanner scanner = new JsonScanner(array);
    List<Slice> elements = new ArrayList<>();
    scanner.expect('[');
    if (scanner.closes(']')) {
      return elements;
    }
    do {
      elements.add(scanner.value());
    } while (scanner.continues(']'));
    return elements;
  }

  private static byte[] json(JsonScanner scanner) {
    return scanner.json;
  }

  private Slice value() throws Malformed {
    space();
    int from = at;
    switch (peek()) {
      case '"' -> string();
      case '{', '[' -> container();
      default -> scalar();
    }
    return new Slice(json, from, at);
  }

  private void container() throws Malformed {
    // One bit per level would do; a stack of closing brackets also finds "[}" at once.
    StringBuilder closing = new StringBuilder();
    do {
      byte b = peek();
      switch (b) {
        case '"' -> string();
        case '{', '[' -> {
          closing.append(b == '{' ? '}' : ']');
          at++;
        }
        case '}', ']' -> {
          if (closing.charAt(closing.length() - 1) != b) {
            throw malformed("a bracket closes that was not opened");
          }
          closing.setLength(closing.length() - 1);
          at++;
        }
        default -> at++;
      }
    } while (!closing.isEmpty());
  }

  private void string() throws Malformed {
    expect('"');
    while (peek() != '"') {
      at += json[at] == '\\' ? 2 : 1;
    }
    at++;
  }

  private void scalar() throws Malformed {
    int from = at;
    while (at < end && "{}[],:\" \t\r\n".indexOf(json[at]) < 0) {
      at++;
    }
    if (at == from) {
      throw malformed("a value is missing");
    }
  }

  private boolean closes(char bracket) throws Malformed {
    space();
    if (peek() != bracket) {
      return false;
    }
    at++;
    return true;
  }

  private boolean continues(char bracket) throws Malformed {
    space();
    if (peek() == ',') {
      at++;
      return true;
    }
    expect(bracket);
    return false;
  }

  private void space() {
    while (at < end
        && (json[at] == ' ' || json[at] == '\n' || json[at] == '\r' || json[at] == '\t')) {
      at++;
    }
  }

  private byte peek() throws Malformed {
    if (at >= end) {
      throw malformed("the JSON ends too early");
    }
    return json[at];
  }

  private void expect(char c) throws Malformed {
    if (peek() != c) {
      throw malformed("a " + c + " is missing");
    }
    at++;
  }

  private Malformed malformed(String what) {
    return new Malformed(what + " (byte " + at + ")");
  }
}
