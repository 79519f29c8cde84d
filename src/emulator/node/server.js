// telegram-test-api, mended where a bot of any library but its own stumbles: `getMe` without
// `is_bot`, dates in milliseconds, a `getUpdates` that neither waits nor minds its offset.
// Prints the port that it listens on.
import TelegramServer from 'telegram-test-api';

const POLL_MILLIS = 20;

async function parameters(request) {
  let body = '';
  for await (const chunk of request) body += chunk;
  return body ? JSON.parse(body) : {};
}

function answer(response, result) {
  response.setHeader('Content-Type', 'application/json');
  response.end(JSON.stringify({ ok: true, result }));
}

class Mended extends TelegramServer {
  constructor() {
    super({ host: '127.0.0.1', storeTimeout: 3600 });
    // Its own rule takes 0, any free port, for none given.
    this.config.port = 0;
    const emulator = this.webServer;
    const front = (request, response) => {
      const [, token, method] = request.url.match(/^\/bot([^/]+)\/(\w+)/) ?? [];
      if (method?.toLowerCase() === 'getme') {
        answer(response, { id: 666, is_bot: true, first_name: 'Test', username: 'TestNameBot' });
      } else if (method?.toLowerCase() === 'getupdates') {
        this.poll(request, response, token);
      } else {
        // Its routes are told apart by case; the Bot API's methods are not.
        emulator(request, response);
      }
    };
    // It tells its log of these.
    this.webServer = Object.assign(front, { settings: emulator.settings });
  }

  /** An update is read once a later offset confirms it, not once it was handed out. */
  async poll(request, response, token) {
    const { offset = 0, limit = 100, timeout = 0 } = await parameters(request);
    const mine = this.storage.userMessages.filter((update) => update.botToken === token);
    for (const update of mine) {
      if (update.updateId < offset) update.isRead = true;
    }
    const deadline = Date.now() + timeout * 1000;
    let batch = this.unread(token, limit);
    while (batch.length === 0 && Date.now() < deadline && !response.destroyed) {
      await new Promise((resolve) => setTimeout(resolve, POLL_MILLIS));
      batch = this.unread(token, limit);
    }
    answer(response, batch.map(TelegramServer.formatUpdate));
  }

  unread(token, limit) {
    return this.storage.userMessages
      .filter((update) => update.botToken === token && !update.isRead)
      .slice(0, limit);
  }

  addBotMessage(message, token) {
    const added = super.addBotMessage(message, token);
    return { ...added, date: Math.floor(added.date / 1000) };
  }
}

const server = new Mended();
await server.start();
console.log(server.server.address().port);
