using System.Runtime.InteropServices;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Portable.Tests.Modules;

public sealed class EmbeddingTests
{
    [Fact]
    public void The_padding_row_is_zero_and_gets_no_gradient()
    {
        var table = Embedding(4, 2, padding_idx: 0);
        table.call(tensor(new long[] { 0, 1, 1 })).sum().backward();
        Assert.Equal([0f, 0f], table.weight[0].data<float>().ToArray());
        Assert.Equal("[[0, 0]\n [2, 2]\n [0, 0]\n [0, 0]]", table.weight.grad!.npstr(newLine: "\n"));
    }

    [Fact]
    public void Rows_longer_than_max_norm_are_shortened_in_place()
    {
        var table = Embedding_from_pretrained(tensor(new[,] { { 3f, 4f }, { 0.3f, 0.4f }, { 6f, 8f } }), max_norm: 1);
        table.call(tensor(new long[] { 0, 1 }));
        Assert.True(table.weight.allclose(tensor(new[,] { { 0.6f, 0.8f }, { 0.3f, 0.4f }, { 6f, 8f } })));
    }

    [Fact]
    public void Gradients_are_divided_by_frequency_on_demand()
    {
        var table = Embedding(3, 1, scale_grad_by_freq: true);
        table.call(tensor(new long[] { 1, 1, 1, 2 })).sum().backward();
        Assert.True(table.weight.grad!.allclose(tensor(new[,] { { 0f }, { 1f }, { 1f } })));
    }

    [Fact]
    public void A_pretrained_table_leaves_its_source_valid_and_is_frozen_unless_asked()
    {
        var source = ones(3, 2);
        var table = Embedding_from_pretrained(source, freeze: false);
        Assert.False(source.IsInvalid);
        Assert.True(table.weight.requires_grad);
        Assert.False(Embedding_from_pretrained(source).weight.requires_grad);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(4)]
    public void Indices_outside_the_table_are_refused(long index)
    {
        var error = Assert.Throws<ExternalException>(() => Embedding(4, 2).call(tensor(new[] { index })));
        Assert.StartsWith("index out of range in self\n", error.Message, StringComparison.Ordinal);
        Assert.Contains($"got {index}", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Indices_of_another_type_or_a_padding_outside_are_refused()
    {
        Assert.Throws<ExternalException>(() => Embedding(4, 2).call(ones(2)));
        Assert.Throws<ExternalException>(() => Embedding(4, 2, padding_idx: 4));
    }
}
