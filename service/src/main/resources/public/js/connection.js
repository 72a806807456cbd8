// The WebSocket: connects, notices silence, and comes back with growing pauses.

const FIRST_PAUSE = 1_000;
const LONGEST_PAUSE = 30_000;
const SILENCE = 17_000;
const PING_EVERY = 5_000;

export class Connection {
  #url;
  #hear;
  #say;
  #socket = null;
  #pause = FIRST_PAUSE;
  #lastHeard = 0;
  #retryAt = 0;

  // hear(message) gets each message, say(state, milliseconds until the next try) how it stands.
  constructor(url, hear, say) {
    this.#url = url;
    this.#hear = hear;
    this.#say = say;
    setInterval(() => this.#watch(), 1_000);
    setInterval(() => this.#ping(), PING_EVERY);
    addEventListener('online', () => this.#retryNow());
    addEventListener('visibilitychange', () => document.visibilityState === 'visible' && this.#retryNow());
    this.#connect();
  }

  #connect() {
    this.#retryAt = 0;
    this.#say('connecting', 0);
    const socket = new WebSocket(this.#url);
    this.#socket = socket;
    this.#lastHeard = performance.now();
    socket.onmessage = (event) => {
      if (socket === this.#socket) {
        this.#heard(event.data);
      }
    };
    socket.onclose = () => socket === this.#socket && this.#lost();
  }

  #heard(text) {
    this.#lastHeard = performance.now();
    if (text === 'pong') {
      return;
    }
    const message = JSON.parse(text);
    this.#pause = FIRST_PAUSE;
    this.#hear(message);
  }

  #lost() {
    this.#socket = null;
    // A little chance keeps a thousand pages from coming back in the same instant.
    const wait = this.#pause * (0.75 + Math.random() / 2);
    this.#pause = Math.min(this.#pause * 2, LONGEST_PAUSE);
    this.#retryAt = performance.now() + wait;
    this.#say('offline', wait);
  }

  #watch() {
    const now = performance.now();
    if (this.#socket === null) {
      if (now >= this.#retryAt) {
        this.#connect();
      } else {
        this.#say('offline', this.#retryAt - now);
      }
    } else if (now - this.#lastHeard > SILENCE) {
      const silent = this.#socket;
      this.#lost();
      silent.close();
    }
  }

  #ping() {
    if (this.#socket?.readyState === WebSocket.OPEN) {
      this.#socket.send('ping');
    }
  }

  #retryNow() {
    if (this.#socket === null) {
      this.#connect();
    }
  }
}
