using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Portable.Tests.Scopes;

/// <summary>Whether training gives back what it takes.</summary>
[Collection("global settings")]
public sealed class MemoryTests : IDisposable
{
    private readonly Parameter _hidden = new(zeros(32, 64) + 0.01f);
    private readonly Parameter _output = new(zeros(64, 1) + 0.01f);
    private readonly Tensor _input = ones(16, 32);

    public void Dispose()
    {
        _hidden.Dispose();
        _output.Dispose();
        _input.Dispose();
    }

    [Fact]
    public void A_thousand_steps_without_scopes_hold_memory_flat_after_collection()
    {
        Steps(100);
        var (bytes, live) = AfterCollection();
        Steps(1000);
        var (bytesLater, liveLater) = AfterCollection();
        Assert.InRange(bytesLater - bytes, long.MinValue, 256 * 1024);
        Assert.Equal(live, liveLater);
    }

    [Fact]
    public void A_thousand_steps_of_a_model_without_scopes_hold_memory_flat_after_collection()
    {
        using var model = new SmallModel();
        model.Train(100);
        var (bytes, live) = AfterCollection();
        model.Train(1000);
        var (bytesLater, liveLater) = AfterCollection();
        Assert.InRange(bytesLater - bytes, long.MinValue, 512 * 1024);
        Assert.Equal(live, liveLater);
    }

    [Fact]
    public void With_scopes_the_live_count_of_a_model_returns_to_its_start_at_every_step()
    {
        using var model = new SmallModel();
        model.Train(1);
        var live = GlobalSettings.LiveAfterCollection();
        for (var i = 0; i < 1000; i++)
        {
            using (NewDisposeScope()) model.Train(1);
            Assert.Equal(live, Tensor.TotalCount);
        }
    }

    [Fact]
    public void With_scopes_the_live_count_returns_to_its_start_at_once()
    {
        ScopedStep();
        var live = GlobalSettings.LiveAfterCollection();
        var counted = DisposeScopeManager.Statistics.TensorStatistics.ThreadTotalLiveCount;
        for (var i = 0; i < 100; i++) ScopedStep();
        Assert.Equal(live, Tensor.TotalCount);
        Assert.Equal(counted, DisposeScopeManager.Statistics.TensorStatistics.ThreadTotalLiveCount);
    }

    [Fact]
    public void A_warmed_up_step_allocates_little_beside_its_tensor_and_graph_objects()
    {
        for (var i = 0; i < 50; i++) ScopedStep();
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++) ScopedStep();
        var bytes = (GC.GetAllocatedBytesForCurrentThread() - before) / 100;
        Assert.InRange(bytes, 0, 8 * 1024);
    }

    [Fact]
    public void Storage_returns_to_the_pool_when_its_last_holder_lets_go()
    {
        var first = ones(100_000);
        var memory = first.Memory;
        var view = first[10..];
        first.Dispose();
        view.Dispose();
        using var second = ones(100_000);
        Assert.Same(memory, second.Memory);
    }

    [Theory]
    [InlineData(0, 64)]
    [InlineData(64, 64)]
    [InlineData(65, 128)]
    [InlineData(1024, 1024)]
    [InlineData(1025, 1152)]
    [InlineData(2048, 2048)]
    [InlineData(2049, 2304)]
    [InlineData(1_000_000, 1_048_576)]
    public void Size_classes_waste_at_most_an_eighth(int bytes, int capacity) =>
        Assert.Equal(capacity, Storage.StoragePool.Class(bytes).Capacity);

    [Fact]
    public void Every_size_belongs_to_a_class_of_its_own_capacity()
    {
        var seen = new Dictionary<int, int>();
        for (var bytes = 1; bytes < 1 << 20; bytes += 61)
        {
            var (index, capacity) = Storage.StoragePool.Class(bytes);
            Assert.True(capacity >= bytes);
            Assert.Equal(capacity, seen.TryAdd(index, capacity) ? capacity : seen[index]);
        }
    }

    private void Steps(int count)
    {
        for (var i = 0; i < count; i++) Step();
    }

    private void ScopedStep()
    {
        using var scope = NewDisposeScope();
        Step();
    }

    private void Step()
    {
        var hidden = _input.mm(_hidden).tanh();
        var loss = (hidden.mm(_output).sigmoid() - 1f).square().mean();
        loss.backward();
        using (no_grad())
        {
            _hidden.sub_(_hidden.grad! * 0.01f);
            _output.sub_(_output.grad! * 0.01f);
            _hidden.grad!.zero_();
            _output.grad!.zero_();
        }
    }

    private static (long Bytes, long Live) AfterCollection()
    {
        var live = GlobalSettings.LiveAfterCollection();
        return (GC.GetTotalMemory(forceFullCollection: true), live);
    }

    /// <summary>Embedding, packed two-layer LSTM, linear; loss, clipping, Adam.</summary>
    private sealed class SmallModel : IDisposable
    {
        private readonly Embedding _embedding = nn.Embedding(20, 6);
        private readonly LSTM _lstm = nn.LSTM(6, 8, 2, batchFirst: true, dropout: 0.1);
        private readonly Linear _linear = nn.Linear(8, 1);
        private readonly Tensor _words = randint(20, [8L, 7L]);
        private readonly Tensor _lengths = tensor(new long[] { 7, 3, 5, 1, 7, 2, 6, 4 });
        private readonly Tensor _labels = rand(8);
        private readonly optim.Optimizer _optimizer;

        internal SmallModel() => _optimizer = optim.Adam(Parameters(), 1e-3);

        internal void Train(int steps)
        {
            for (var i = 0; i < steps; i++)
            {
                _optimizer.zero_grad();
                using var packed = torch.nn.utils.rnn.pack_padded_sequence(_embedding.call(_words), _lengths, batch_first: true, enforce_sorted: false);
                var (_, hidden, _) = _lstm.call(packed);
                nn.functional.binary_cross_entropy_with_logits(_linear.call(hidden[-1]).squeeze(1), _labels).backward();
                nn.utils.clip_grad_norm_(Parameters(), 1);
                _optimizer.step();
            }
        }

        public void Dispose()
        {
            _optimizer.Dispose();
            _embedding.Dispose();
            _lstm.Dispose();
            _linear.Dispose();
            _words.Dispose();
            _lengths.Dispose();
            _labels.Dispose();
        }

        private Parameter[] Parameters() => [.. _embedding.parameters(), .. _lstm.parameters(), .. _linear.parameters()];
    }
}
