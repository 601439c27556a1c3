using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;
using LstmCourse.Notebooks.Jupyter.Zmtp;

namespace LstmCourse.Notebooks.Tests.Jupyter.Zmtp;

public sealed class ZmtpPublisherTests : IDisposable
{
    private static readonly ZmtpLimits Limits = new() { OutgoingSoftBytes = 100_000, OutgoingHardBytes = 4_000_000 };

    private readonly BlockingCollection<string> _subscriptions = [];
    private readonly ZmtpPublisher _publisher;

    public ZmtpPublisherTests()
    {
        _publisher = new ZmtpPublisher(new ZmtpEndpoint("tcp", "127.0.0.1", 0), Limits, (_, topic) =>
            _subscriptions.Add(Encoding.ASCII.GetString(topic)), _ => { });
        _publisher.Start();
    }

    [Fact]
    public void A_subscriber_hears_what_begins_with_its_topics()
    {
        using var all = Subscribe("");
        using var some = Subscribe("st");
        foreach (var topic in new[] { "status", "error", "stream" }) _publisher.Publish([Encoding.ASCII.GetBytes(topic), [1]]);
        Assert.Equal(["status", "error", "stream"], Topics(all, 3));
        Assert.Equal(["status", "stream"], Topics(some, 2));
    }

    [Fact]
    public void A_subscription_may_come_as_a_command_and_may_be_cancelled()
    {
        using var peer = new RawPeer(_publisher.Port);
        peer.ShakeHands(ZmtpSocketType.Sub);
        peer.Read(64 + 2 + ZmtpCommand.Ready(ZmtpSocketType.Pub, []).ToBody().Length);
        peer.Send(RawPeer.Frame(4, [9, .. "SUBSCRIBE"u8, .. "a"u8]));
        Assert.Equal("a", _subscriptions.Take());
        _publisher.Publish([[.. "a1"u8]]);
        Assert.Equal(RawPeer.Frame(0, [.. "a1"u8]), peer.Read(4));
        peer.Send([.. RawPeer.Frame(4, [9, .. "SUBSCRIBE"u8, .. "b"u8]), .. RawPeer.Frame(4, [6, .. "CANCEL"u8, .. "a"u8]),
            .. RawPeer.Frame(4, [9, .. "SUBSCRIBE"u8, .. "c"u8])]);
        Assert.Equal("b", _subscriptions.Take());
        Assert.Equal("c", _subscriptions.Take());
        _publisher.Publish([[.. "a2"u8]]);
        _publisher.Publish([[.. "b2"u8]]);
        Assert.Equal(RawPeer.Frame(0, [.. "b2"u8]), peer.Read(4));
    }

    [Fact]
    public async Task A_subscriber_that_does_not_read_holds_a_producer_back_and_is_disconnected_in_the_end()
    {
        using var idle = new RawPeer(_publisher.Port);
        idle.ShakeHands(ZmtpSocketType.Sub);
        idle.Send(0, 1, 1);
        _subscriptions.Take();
        using var good = Subscribe("");
        var read = Task.Run(() => Topics(good, 301));
        var clock = Stopwatch.StartNew();
        for (var i = 0; i < 300; i++)
        {
            _publisher.Publish([[.. "x"u8], new byte[20_000]]);
            _publisher.WaitForRoom(TimeSpan.FromSeconds(3));
        }

        _publisher.Publish([[.. "end"u8]]);
        Assert.Equal("end", (await read.WaitAsync(TimeSpan.FromSeconds(30)))[^1]);
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(30));
        Assert.True(idle.IsHungUpOn());
    }

    public void Dispose()
    {
        _publisher.Dispose();
        _subscriptions.Dispose();
    }

    private static List<string> Topics(ZmtpConnection subscriber, int count) =>
        [.. Enumerable.Range(0, count).Select(_ => Encoding.ASCII.GetString(subscriber.Receive()![0]))];

    private ZmtpConnection Subscribe(string topic)
    {
        var connection = ZmtpConnection.Connect(new ZmtpEndpoint("tcp", "127.0.0.1", _publisher.Port), ZmtpSocketType.Sub, [],
            new ZmtpLimits());
        connection.Send([[1, .. Encoding.ASCII.GetBytes(topic)]]);
        Assert.Equal(topic, _subscriptions.Take());
        return connection;
    }
}
