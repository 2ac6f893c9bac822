import { registerHooks } from "node:module";

/**
 * The driver (3.4.9) with what goes wrong in it when the server cuts a connection, mended as it is loaded:
 * - a write that was still waiting met no socket and threw where nobody can catch it: the process ended;
 * - or it left its timer behind, and the connection never sent anything again: whoever got it from the pool waited for ever;
 * - what was sent between the error and the end of a connection stayed in its queue, was taken for the answer to somebody else's
 *   question, and both waited for ever;
 * - what was left of a broken transaction, its `rollback` or `commit` too, went out on the connection once it was up again,
 *   into the middle of somebody else's transaction.
 * Known there (porsager/postgres issues 1066, 1154, 1208). A version that differs here does not load.
 */
const mends: Readonly<Record<string, readonly (readonly [was: string, is: string])[]>> = {
  "/postgres/src/connection.js": [
    [
      "  function nextWrite(fn) {\n",
      "  function nextWrite(fn) {\n    if (socket === null) {\n      chunk = nextWriteTimer = null\n      return false\n    }\n",
    ],
    [
      "    clearImmediate(nextWriteTimer)\n    socket.removeListener('data', data)\n",
      "    clearImmediate(nextWriteTimer)\n    chunk = nextWriteTimer = null\n    socket.removeListener('data', data)\n",
    ],
    [
      "    clearImmediate(nextWriteTimer)\n    if (socket) {\n",
      "    clearImmediate(nextWriteTimer)\n    chunk = nextWriteTimer = null\n    if (socket) {\n",
    ],
    [
      "    socket = null\n\n    if (initial)\n      return reconnect()\n\n    !hadError && (query || sent.length) && error(Errors.connection('CONNECTION_CLOSED', options, socket))\n",
      "    socket = null\n\n    initial || error(Errors.connection('CONNECTION_CLOSED', options, socket))\n    query = results = errorResponse = null\n    result = new Result()\n    if (initial)\n      return reconnect()\n\n",
    ],
    ["        return fetchArrayTypes()\n", "        return fetchArrayTypes().catch(() => undefined)\n"],
    [
      "  function execute(q) {\n",
      "  function execute(q) {\n    if (socket === null)\n      return (queryError(q, Errors.connection('CONNECTION_CLOSED', options, socket)), true)\n\n",
    ],
  ],
  "/postgres/src/index.js": [
    [
      "      , prepare = null\n\n    try {\n      await sql.unsafe('begin '",
      "      , prepare = null\n      , lost = null\n\n    try {\n      await sql.unsafe('begin '",
    ],
    ["connection.onclose = reject)", "connection.onclose = error => reject(lost = error))"],
    [
      "        q.catch(e => uncaughtError || (uncaughtError = e))\n        c.queue === full",
      "        q.catch(e => uncaughtError || (uncaughtError = e))\n        lost ? q.reject(lost) : c.queue === full",
    ],
  ],
};

function mended(source: string, url: string, changes: readonly (readonly [string, string])[]): string {
  return changes.reduce((text, [was, is]) => {
    if (text.split(was).length !== 2)
      throw new Error(`${url} is not the driver that is mended here: ${was.trim()}`);
    return text.replace(was, () => is);
  }, source);
}

const hooks = registerHooks({
  load(url, context, nextLoad) {
    const loaded = nextLoad(url, context);
    const changes = Object.entries(mends).find(([file]) => url.endsWith(file))?.[1];
    if (!changes) return loaded;
    return { ...loaded, source: mended(String(loaded.source), url, changes) };
  },
});
const { default: driver } = await import("postgres");
hooks.deregister();

export const postgres = driver;
