import { IncomingMessage } from "node:http";
import { Socket } from "node:net";
import { afterEach, describe, expect, it, vi } from "vitest";
import { networkOf, networkOfAddress } from "./network";

const peerHeader = "x-peer-1";
const sent = (forwarded: string | null, peer?: string) =>
  new Headers({
    ...(forwarded === null ? {} : { "x-forwarded-for": forwarded }),
    ...(peer === undefined ? {} : { [peerHeader]: peer }),
  });

describe("the network a request comes from", () => {
  it.each([
    ["the other end of the connection, with no relay", 0, sent(null, "192.0.2.1"), "192.0.2.1"],
    [
      "whatever the request says, with no relay",
      0,
      sent("198.51.100.7, 198.51.100.8", "192.0.2.1"),
      "192.0.2.1",
    ],
    ["what the relay saw", 1, sent("198.51.100.7", "10.0.0.1"), "198.51.100.7"],
    [
      "what the relay saw, not what was made up before it",
      1,
      sent("203.0.113.1, 198.51.100.7", "10.0.0.1"),
      "198.51.100.7",
    ],
    [
      "what the first of two relays saw",
      2,
      sent("203.0.113.1, 198.51.100.7, 10.0.0.2", "10.0.0.1"),
      "198.51.100.7",
    ],
    ["who went past the relays", 2, sent(null, "192.0.2.1"), "192.0.2.1"],
    ["nothing that can be read", 1, sent("moi", "10.0.0.1"), "unknown"],
    ["an empty list", 1, sent(" , ", "10.0.0.1"), "10.0.0.1"],
  ])("is %s", (_, relays, headers, expected) => {
    expect(networkOf(headers, relays, peerHeader)).toBe(expected);
  });

  it(
    "is what the host's own relay says where the connection is kept from us, and unknown " +
      "where nobody is trusted",
    () => {
      expect(networkOf(sent("198.51.100.7"), 1, "")).toBe("198.51.100.7");
      expect(networkOf(sent("198.51.100.7"), 0, "")).toBe("unknown");
      expect(networkOf(sent("198.51.100.7", "192.0.2.1"), 0, "")).toBe("unknown");
    },
  );

  it.each([
    ["192.0.2.1", "192.0.2.1"],
    ["192.0.2.1:4711", "192.0.2.1"],
    ["::ffff:192.0.2.1", "192.0.2.1"],
    ["::ffff:c000:201", "192.0.2.1"],
    ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
    ["2001:0DB8:0001:0002::", "2001:db8:1:2::/64"],
    ["[2001:db8:1:2::9]:443", "2001:db8:1:2::/64"],
    ["2001:db8::1", "2001:db8:0:0::/64"],
    ["fe80::1%eth0", "fe80:0:0:0::/64"],
    ["::1", "0:0:0:0::/64"],
    ["", "unknown"],
    ["127.1", "unknown"],
    ["3221225985", "unknown"],
    ["192.0.2.256", "unknown"],
    ["example.org", "unknown"],
    ["192.0.2.1 ", "unknown"],
  ])("of %s is %s", (address, expected) => {
    expect(networkOfAddress(address)).toBe(expected);
  });
});

describe("the note of the other end of a connection", () => {
  afterEach(() => {
    vi.unstubAllEnvs();
    vi.resetModules();
  });

  it("overwrites what the request said of it", async () => {
    vi.stubEnv("PORTAL_MODE", "local");
    vi.stubEnv("DATABASE_URL", "postgres://u:p@127.0.0.1:5432/portail");
    vi.stubEnv("AUTH_SECRET", "x".repeat(32));
    vi.stubEnv("PEER_HEADER", peerHeader);
    vi.resetModules();
    const { notePeer } = await import("./network");
    const socket = new Socket();
    Object.defineProperty(socket, "remoteAddress", { value: "::ffff:192.0.2.1" });
    const request = new IncomingMessage(socket);
    request.headers[peerHeader] = "198.51.100.7";
    notePeer(request);
    expect(request.headers[peerHeader]).toBe("::ffff:192.0.2.1");
  });
});
