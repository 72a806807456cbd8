package midgard.service.models;

import java.util.Optional;

/** Answers that were good once, by what was asked. */
interface AnswerCache extends AutoCloseable {
  /** Remembers nothing. */
  AnswerCache NONE =
      new AnswerCache() {
        @Override
        public Optional<String> find(String key) {
          return Optional.empty();
        }

        @Override
        public void put(String key, String text) {}

        @Override
        public void close() {}
      };

  /** Empty also when the cache cannot be reached. */
  Optional<String> find(String key);

  void put(String key, String text);

  @Override
  void close();
}
