package midgard.agent.engine;

import java.util.Optional;
import midgard.schemas.Domain;
import midgard.schemas.action.GameAction;
import midgard.schemas.change.Change;
import midgard.schemas.inbox.InboxMessage;
import midgard.schemas.model.ModelRequest;

/** Where the effects of rules go; each comes with its bytes, encoded for its topic. */
public interface Outputs {

  void change(Change change, byte[] bytes);

  void action(GameAction action, byte[] bytes);

  /**
   * @param key empty: to every partition of the domain
   */
  void signal(Domain domain, Optional<String> key, InboxMessage message, byte[] bytes);

  void request(ModelRequest request, byte[] bytes);

  /** An agent failed on a message: its state is as it was, and no effect of its was let out. */
  void failed(String agent, String key, Throwable failure);
}
