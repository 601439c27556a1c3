// Jupyter's messages on ZeroMQ: identities, a delimiter, a signature, and four parts of JSON.
import { createHmac, randomUUID } from "node:crypto";

const delimiter = "<IDS|MSG>";

const sign = (key, parts) => {
  const hmac = createHmac("sha256", key);
  for (const part of parts) hmac.update(part);
  return hmac.digest("hex");
};

export const newMessage = (type, content, session) => ({
  header: { msg_id: randomUUID(), session, username: "learner", date: new Date().toISOString(), msg_type: type, version: "5.2" },
  parent_header: {},
  metadata: {},
  content,
});

export function encode(message, key) {
  const parts = [message.header, message.parent_header, message.metadata, message.content].map(part => JSON.stringify(part));
  return [delimiter, sign(key, parts), ...parts];
}

export function decode(frames, key) {
  const texts = frames.map(frame => frame.toString());
  const at = texts.indexOf(delimiter);
  if (at < 0) throw new Error("a message without the delimiter");
  const parts = texts.slice(at + 2, at + 6);
  if (texts[at + 1] !== sign(key, parts)) throw new Error(`a message with a wrong signature: ${parts[0]}`);
  const [header, parent_header, metadata, content] = parts.map(part => JSON.parse(part));
  return { header, parent_header, metadata, content };
}
