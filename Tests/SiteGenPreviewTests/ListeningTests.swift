import FlyingSocks
import Testing

@testable import SiteGenPreview

@Suite struct ListeningTests {
  @Test func takesTheNextFreePortUnlessOneIsAskedFor() throws {
    let first = try Listening(at: ["127.0.0.1"], port: 0, mustBe: true)
    defer { for socket in first.sockets { try? socket.close() } }
    #expect(throws: Listening.Failure.taken(first.port)) {
      try Listening(at: ["127.0.0.1", "::1"], port: first.port, mustBe: true)
    }
    let next = try Listening(at: ["127.0.0.1"], port: first.port, mustBe: false)
    defer { for socket in next.sockets { try? socket.close() } }
    #expect(next.port > first.port)
  }

  @Test func namesTheOneWhoHasAPort() throws {
    let listening = try Listening(at: ["127.0.0.1"], port: 0, mustBe: true)
    defer { for socket in listening.sockets { try? socket.close() } }
    #if os(Linux)
      #expect(ownerOfPort(listening.port)?.contains("(process ") == true)
    #endif
  }

  @Test(arguments: ["192.0.2.1", "2001:db8::1", "example.org", "256.1.1.1", "", "127.0.0.1.x"])
  func refusesAddressesOfOthers(_ address: String) {
    #expect(throws: Listening.Failure.noSuchAddress(address)) {
      try Listening(at: [address], port: 0, mustBe: true)
    }
  }
}
