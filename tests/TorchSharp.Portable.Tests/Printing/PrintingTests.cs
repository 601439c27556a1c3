namespace TorchSharp.Portable.Tests.Printing;

/// <summary>The expected strings are what TorchSharp 0.106.0 prints.</summary>
public sealed class PrintingTests
{
    private static readonly torch.Tensor Matrix = torch.tensor(new float[,] { { 1, 2.5f }, { -3.14159f, 1e-5f } });

    [Fact]
    public void ToString_gives_shape_type_and_device_only() =>
        Assert.Equal("[2x2], type = Float32, device = cpu", Matrix.ToString());

    [Fact]
    public void Julia_style_aligns_columns_under_the_metadata() =>
        Assert.Equal("[2x2], type = Float32, device = cpu\n       1   2.5\n -3.1416 1e-05\n", Lines(Matrix.str()));

    [Fact]
    public void Numpy_style_nests_brackets() => Assert.Equal("[[1, 2.5]\n [-3.1416, 1e-05]]", Lines(Matrix.npstr()));

    [Fact]
    public void CSharp_style_is_a_literal() =>
        Assert.Equal("[2x2], type = Float32, device = cpu, value = \nfloat [,] {\n {1f, 2.5f},\n {-3.1416f, 1e-05f}\n}", Lines(Matrix.cstr()));

    [Fact]
    public void A_scalar_shows_its_value()
    {
        var scalar = torch.tensor(1.5f);
        Assert.Equal("[], type = Float32, device = cpu, value = 1.5", scalar.str());
        Assert.Equal("1.5", scalar.npstr());
        Assert.Equal("[], type = Float32, device = cpu, value = 1.5", scalar.cstr());
    }

    [Fact]
    public void Three_dimensions_are_printed_as_in_TorchSharp()
    {
        var cube = torch.arange(8).reshape(2, 2, 2);
        Assert.Equal(
            "[2x2x2], type = Int64, device = cpu, value = \nlong [,,] {\n {{0L, 1L},\n  {2L, 3L}},\n {{4L, 5L},\n  {6L, 7L}}\n}", Lines(cube.cstr()));
        Assert.Equal("[[[0, 1]\n  [2, 3]]\n\n [[4, 5]\n  [6, 7]]]", Lines(cube.npstr()));
        Assert.Equal("[2x2x2], type = Int64, device = cpu\n[0,..,..] =\n 0 1\n 2 3\n\n[1,..,..] =\n 4 5\n 6 7\n", Lines(cube.jlstr()));
    }

    [Theory]
    [InlineData(6, "[0, 1, 2, 3, 4, 5]", " 0 1 2 3 4 5\n", "{0L, 1L, 2L, 3L, 4L, 5L}")]
    [InlineData(7, "[0, 1, 2, ... 4, 5, 6]", " 0 1 2 3 4 5 6\n", "{0L, 1L, 2L, ... 4L, 5L, 6L}")]
    public void Long_vectors_are_cut_short_in_two_of_the_styles(int length, string numpy, string julia, string literal)
    {
        var vector = torch.arange(length);
        Assert.Equal(numpy, vector.npstr());
        Assert.Equal($"[{length}], type = Int64, device = cpu\n{julia}", Lines(vector.str()));
        Assert.Equal($"[{length}], type = Int64, device = cpu, value = long [] {literal}", vector.cstr());
    }

    [Fact]
    public void A_row_of_two_thousand_takes_33_characters_in_numpy_style() =>
        Assert.Equal(33, torch.arange(2000).reshape(1, 2000).npstr().Length);

    [Fact]
    public void Booleans_print_as_words() => Assert.Equal("[True, False]", torch.tensor([true, false]).npstr());

    [Fact]
    public void Numbers_print_the_same_under_every_culture()
    {
        var before = Thread.CurrentThread.CurrentCulture;
        try
        {
            Thread.CurrentThread.CurrentCulture = new System.Globalization.CultureInfo("de-DE");
            Assert.Equal("[1.5, -2]", torch.tensor([1.5, -2]).npstr());
        }
        finally
        {
            Thread.CurrentThread.CurrentCulture = before;
        }
    }

    private static string Lines(string text) => text.ReplaceLineEndings("\n");
}
