using System.Globalization;
using LstmCourse.Testing;
using static TorchSharp.torch;

namespace LstmCourse.Tests.Contract;

/// <summary>A model file answers as PyTorch does, whoever wrote it. What it answers was computed by PyTorch (Golden/models.py).</summary>
public sealed class ModelFileTests
{
    private const double Tolerance = 1e-5;

    [Theory]
    [InlineData("torchsharp")]
    [InlineData("seeded")]
    public void A_saved_model_answers_as_PyTorch_does_with_its_weights(string kind)
    {
        using var model = new Tagger();
        model.load(PathOf($"tagger-{kind}.dat"));
        model.eval();
        using var inference = no_grad();
        using var tokens = tensor([1L, 2, 3, 4, 5, 6, 1, 0], [2, 4]);
        using var logits = model.call(tokens);
        var expected = File.ReadLines(PathOf($"tagger-{kind}.txt")).Select(line => double.Parse(line, CultureInfo.InvariantCulture))
            .ToArray();
        Assert.Equal([2, 4, 2], logits.shape);
        Assert.All(expected.Zip(logits.data<float>().ToArray()), pair => Assert.Equal(pair.First, pair.Second, Tolerance));
    }

    [Theory]
    [InlineData("torchsharp")]
    [InlineData("seeded")]
    public void Saving_what_was_loaded_gives_the_same_file(string kind)
    {
        using var model = new Tagger();
        model.load(PathOf($"tagger-{kind}.dat"));
        using var saved = new MemoryStream();
        model.save(saved);
        Assert.Equal(File.ReadAllBytes(PathOf($"tagger-{kind}.dat")), saved.ToArray());
    }

    [Fact]
    public void A_seed_gives_the_weights_of_the_seeded_file()
    {
        manual_seed(21);
        using var model = new Tagger();
        // This makes the file anew; Golden/models.py then computes its answers.
        if (Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") == "1") model.save(PathOf("tagger-seeded.dat"));
        using var expected = new Tagger();
        expected.load(PathOf("tagger-seeded.dat"));
        foreach (var (ours, golden) in model.parameters().Zip(expected.parameters())) Assert.True(ours.allclose(golden, 1e-5, 1e-6));
    }

    private static string PathOf(string name) => Repository.PathOf("tests", "LstmCourse.Tests", "Contract", "Golden", name);
}
