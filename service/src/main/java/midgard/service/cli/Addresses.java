package midgard.service.cli;

import midgard.service.config.ServiceConfig;

/** Where the servers of a world are, for commands that run beside it. */
final class Addresses {
  private Addresses() {}

  static String kafka(ServiceConfig config) {
    String external = config.external().kafka();
    return external.isEmpty() ? "127.0.0.1:" + config.ports().kafka() : external;
  }

  static String schemaRegistry(ServiceConfig config) {
    String external = config.external().schemaRegistry();
    return external.isEmpty() ? "http://127.0.0.1:" + config.ports().schemaRegistry() : external;
  }
}
