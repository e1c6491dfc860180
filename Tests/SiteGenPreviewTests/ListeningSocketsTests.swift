import FlyingSocks
import Testing

@testable import SiteGenPreview

@Suite struct ListeningSocketsTests {
  @Test func takesTheNextFreePortUnlessOneIsGiven() throws {
    let first = try ListeningSockets(at: ["127.0.0.1"], port: 0, mustBe: true)
    defer { for socket in first.sockets { try? socket.close() } }
    #expect(throws: ListeningSockets.Failure.taken(first.port)) {
      try ListeningSockets(at: ["127.0.0.1", "::1"], port: first.port, mustBe: true)
    }
    let next = try ListeningSockets(at: ["127.0.0.1"], port: first.port, mustBe: false)
    defer { for socket in next.sockets { try? socket.close() } }
    #expect(next.port > first.port)
  }

  @Test func namesTheOwnerOfAPort() throws {
    let listening = try ListeningSockets(at: ["127.0.0.1"], port: 0, mustBe: true)
    defer { for socket in listening.sockets { try? socket.close() } }
    #if os(Linux)
      #expect(ownerOfPort(listening.port)?.contains("(process ") == true)
    #endif
  }

  @Test(arguments: ["192.0.2.1", "2001:db8::1", "example.org", "256.1.1.1", "", "127.0.0.1.x"])
  func refusesAddressesOfOtherMachines(_ address: String) {
    #expect(throws: ListeningSockets.Failure.noSuchAddress(address)) {
      try ListeningSockets(at: [address], port: 0, mustBe: true)
    }
  }
}
