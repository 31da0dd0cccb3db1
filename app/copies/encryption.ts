import { CopyTrouble } from "./trouble.ts";

/** Bytes encrypted with a passphrase as they pass, in the age format (age-encryption.org): any age program opens them, not this one alone. */
export async function encrypted(bytes: AsyncIterable<Uint8Array>, passphrase: string): Promise<AsyncIterable<Uint8Array>> {
  // Opened when a passphrase is given: a start that has nothing to lock need not wait for it.
  const { Encrypter } = await import("age-encryption");
  const encrypter = new Encrypter();
  encrypter.setPassphrase(passphrase);
  return encrypter.encrypt(webStream(bytes));
}

/** The bytes again; a wrong passphrase is told before the first of them. */
export async function decrypted(file: string, bytes: AsyncIterable<Uint8Array>, passphrase: string): Promise<AsyncIterable<Uint8Array>> {
  const { Decrypter } = await import("age-encryption");
  const decrypter = new Decrypter();
  decrypter.addPassphrase(passphrase);
  try {
    return await decrypter.decrypt(webStream(bytes));
  } catch (error) {
    if (error instanceof Error && error.message.startsWith("no identity matched")) throw new CopyTrouble("wrong-passphrase", `${file}: this is not its passphrase; try again`, error);
    throw error;
  }
}

function webStream(bytes: AsyncIterable<Uint8Array>): ReadableStream<Uint8Array> {
  const iterator = bytes[Symbol.asyncIterator]();
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await iterator.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    async cancel() {
      await iterator.return?.();
    },
  });
}
