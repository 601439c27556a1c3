using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.utils.data;

namespace TorchSharp.Portable.Tests.Data;

[Collection("global settings")]
public sealed class DataLoaderTests
{
    [Fact]
    public void Every_sample_comes_once_in_a_random_order_that_the_seed_decides()
    {
        var first = Order(3);
        Assert.Equal(Enumerable.Range(0, 50).Select(i => (long)i), first.Order());
        Assert.Equal(first, Order(3));
        Assert.NotEqual(first, Order(4));

        static long[] Order(int seed)
        {
            using var loader = DataLoader(TensorDataset(arange(50)), 7, shuffle: true, seed: seed);
            return [.. loader.SelectMany(batch => batch[0].data<long>().ToArray())];
        }
    }

    [Theory]
    [InlineData(10, 3, false, 4)]
    [InlineData(10, 3, true, 3)]
    [InlineData(9, 3, true, 3)]
    [InlineData(0, 3, false, 0)]
    public void The_number_of_batches(int samples, int size, bool dropLast, int batches)
    {
        using var loader = DataLoader(TensorDataset(zeros(samples, 2)), size, drop_last: dropLast);
        Assert.Equal(batches, loader.Count);
        Assert.Equal(batches, loader.Select(_ => 1).Sum());
    }

    [Fact]
    public void A_given_order_is_followed()
    {
        using var loader = DataLoader(TensorDataset(arange(5)), 2, shuffler: [4, 0, 3]);
        Assert.Equal([[4L, 0], [3]], loader.Select(batch => batch[0].data<long>().ToArray()));
    }

    [Fact]
    public void Batches_are_disposed_with_everything_made_for_them_unless_they_are_to_be_kept()
    {
        Tensor? sample = null, kept = null;
        var dataset = new Recorded(t => sample ??= t);
        using (var loader = DataLoader(dataset, 2))
        {
            foreach (var batch in loader) kept ??= batch["x"];
        }
        Assert.True(kept!.IsInvalid);
        Assert.True(sample!.IsInvalid);

        kept = null;
        using (var loader = DataLoader(new Recorded(_ => { }), 2, disposeBatch: false))
        {
            foreach (var batch in loader) kept ??= batch["x"];
        }
        Assert.False(kept!.IsInvalid);
    }

    [Fact]
    public void An_epoch_leaves_no_tensor_behind()
    {
        using var loader = DataLoader(new Recorded(_ => { }), 2);
        Epoch();
        var live = GlobalSettings.LiveAfterCollection();
        Epoch();
        Assert.Equal(live, Tensor.TotalCount);

        void Epoch()
        {
            foreach (var batch in loader)
            {
                using var scope = NewDisposeScope();
                _ = batch["x"] * 2;
            }
        }
    }

    [Fact]
    public void Disposing_the_loader_disposes_the_dataset_unless_told_not_to()
    {
        var tensors = TensorDataset(arange(4));
        DataLoader(tensors, 2, disposeDataset: false).Dispose();
        Assert.Equal(1L, tensors[1][0].item<long>());
        DataLoader(tensors, 2).Dispose();
        Assert.Throws<InvalidOperationException>(() => tensors[1]);
    }

    [Fact]
    public void A_function_of_ones_own_makes_batches_of_different_lengths()
    {
        using var loader = new DataLoader<long[], (Tensor Padded, long[] Lengths)>(new Sentences(), 2, (samples, _) =>
        {
            long[][] all = [.. samples];
            var padded = nn.utils.rnn.pad_sequence(all.Select(s => tensor(s)), batch_first: true);
            return (padded, [.. all.Select(s => (long)s.Length)]);
        });
        var batches = loader.Select(b => (b.Padded.npstr(newLine: "\n"), string.Join(",", b.Lengths))).ToList();
        Assert.Equal(("[[1, 1, 0]\n [2, 2, 2]]", "2,3"), batches[0]);
        Assert.Equal(("[[3]]", "1"), batches[1]);
    }

    [Fact]
    public void A_dataset_of_tensors_gives_rows_and_refuses_tensors_of_different_lengths()
    {
        var (x, y) = (arange(6).reshape(3, 2), arange(3));
        using var dataset = TensorDataset(x, y);
        Assert.Equal(3, dataset.Count);
        Assert.Equal([2L, 3], dataset[1][0].data<long>().ToArray());
        Assert.Throws<ArgumentException>(() => TensorDataset(x, arange(4)));
        Assert.Throws<ArgumentException>(() => TensorDataset());
    }

    private sealed class Recorded(Action<Tensor> see) : Dataset
    {
        public override long Count => 5;

        public override Dictionary<string, Tensor> GetTensor(long index)
        {
            var x = full(3, (float)index);
            see(x);
            return new() { ["x"] = x };
        }
    }

    private sealed class Sentences : Dataset<long[]>
    {
        public override long Count => 3;

        public override long[] GetTensor(long index) => [.. Enumerable.Repeat(index + 1, index == 2 ? 1 : (int)index + 2)];
    }
}
