using System.Globalization;
using LstmCourse.Testing;
using static TorchSharp.torch;

namespace LstmCourse.Tests.Contract;

/// <summary>A model that one engine saved is the same model in the other. What it answers was computed by PyTorch (Golden/models.py).</summary>
public sealed class ModelFileTests
{
    private const double Tolerance = 1e-5;

    [Theory]
    [InlineData("torchsharp")]
    [InlineData("portable")]
    public void A_saved_model_answers_as_PyTorch_does_with_its_weights(string kind)
    {
        using var model = new Tagger();
        model.load(PathOf($"tagger-{kind}.dat"));
        model.eval();
        using var inference = no_grad();
        using var tokens = tensor([1L, 2, 3, 4, 5, 6, 1, 0], [2, 4]);
        using var logits = model.call(tokens);
        var expected = File.ReadLines(PathOf($"tagger-{kind}.txt")).Select(line => double.Parse(line, CultureInfo.InvariantCulture)).ToArray();
        Assert.Equal([2, 4, 2], logits.shape);
        Assert.All(expected.Zip(logits.data<float>().ToArray()), pair => Assert.Equal(pair.First, pair.Second, Tolerance));
    }

    [Theory]
    [InlineData("torchsharp")]
    [InlineData("portable")]
    public void Saving_what_was_loaded_gives_the_same_file(string kind)
    {
        using var model = new Tagger();
        model.load(PathOf($"tagger-{kind}.dat"));
        using var saved = new MemoryStream();
        model.save(saved);
        Assert.Equal(File.ReadAllBytes(PathOf($"tagger-{kind}.dat")), saved.ToArray());
    }

    [Fact]
    public void A_seed_gives_the_weights_of_the_portable_file()
    {
        manual_seed(21);
        using var model = new Tagger();
        // In the portable profile this makes the file anew; Golden/models.py then computes its answers.
        if (Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") == "1") model.save(PathOf("tagger-portable.dat"));
        using var expected = new Tagger();
        expected.load(PathOf("tagger-portable.dat"));
        foreach (var (ours, golden) in model.parameters().Zip(expected.parameters())) Assert.True(ours.allclose(golden, 1e-5, 1e-6));
    }

    private static string PathOf(string name) => Repository.PathOf("tests", "LstmCourse.Tests", "Contract", "Golden", name);
}
