package midgard.stack;

import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.message.RequestHeaderData;
import org.apache.kafka.common.security.auth.KafkaPrincipal;
import org.apache.kafka.controller.Controller;
import org.apache.kafka.controller.ControllerRequestContext;
import org.apache.kafka.image.MetadataDelta;
import org.apache.kafka.image.MetadataImage;
import org.apache.kafka.image.loader.LoaderManifest;
import org.apache.kafka.image.loader.MetadataLoader;
import org.apache.kafka.image.publisher.MetadataPublisher;
import org.apache.kafka.metadata.BrokerRegistration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a broker that was killed left with the controller of a Kafka of one node: a registration
 * that looks alive. The controller would refuse the next broker for the length of a session.
 *
 * <p>Here nobody need wait: the folder is locked by this process, so whoever was registered is
 * dead. It also keeps transactions whole. A broker that starts while its predecessor counts as
 * alive takes up its partitions at once and loses them again when the old session ends; markers of
 * a transaction that was being completed when the process died fall into that gap and are dropped
 * for ever (KAFKA-20734), after which nobody reads past them.
 */
final class DeadPredecessor {
  private static final Logger LOG = LoggerFactory.getLogger(DeadPredecessor.class);
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final long LOOK_EVERY_MS = 10;

  private final int nodeId;
  private final MetadataLoader loader;
  private final Controller controller;

  DeadPredecessor(int nodeId, MetadataLoader loader, Controller controller) {
    this.nodeId = nodeId;
    this.loader = loader;
    this.controller = controller;
  }

  /**
   * Ends its registration, if there is one; one that was shut down in order does not hinder.
   *
   * @throws StackException if the controller does not answer within a minute
   */
  void strikeOff() throws Exception {
    try {
      endRegistration();
    } catch (TimeoutException e) {
      throw new StackException(
          "its controller does not answer within %d s; is the disk full or very slow?"
              .formatted(PATIENCE.toSeconds()),
          e);
    }
  }

  private void endRegistration() throws Exception {
    BrokerRegistration left = registered();
    if (left == null || left.inControlledShutdown()) {
      return;
    }
    awaitActive();
    controller.unregisterBroker(context(), nodeId).get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    LOG.info("Kafka was not shut down the last time; its old session is ended");
  }

  private BrokerRegistration registered() throws Exception {
    CompletableFuture<MetadataImage> caughtUp = new CompletableFuture<>();
    MetadataPublisher reader =
        new MetadataPublisher() {
          @Override
          public String name() {
            return "DeadPredecessor";
          }

          @Override
          public void onMetadataUpdate(
              MetadataDelta delta, MetadataImage image, LoaderManifest manifest) {
            caughtUp.complete(image);
          }
        };
    loader.installPublishers(List.of(reader)).get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    MetadataImage image = caughtUp.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    loader.removeAndClosePublisher(reader).get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    return image.cluster().broker(nodeId);
  }

  private void awaitActive() throws InterruptedException, TimeoutException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!controller.isActive()) {
      if (System.nanoTime() > deadline) {
        throw new TimeoutException();
      }
      Thread.sleep(LOOK_EVERY_MS);
    }
  }

  private static ControllerRequestContext context() {
    return new ControllerRequestContext(
        new RequestHeaderData(), KafkaPrincipal.ANONYMOUS, OptionalLong.empty());
  }
}
