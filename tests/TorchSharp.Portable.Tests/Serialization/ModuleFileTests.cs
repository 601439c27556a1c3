using TorchSharp.Modules;
using TorchSharp.Portable.Tests.Conformance;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Portable.Tests.Serialization;

public sealed class ModuleFileTests
{
    /// <summary>The bytes by hand, from the description of the format: count; name; type 6; two dimensions 1 and 2; 1.0, −2.0; name; ….</summary>
    [Fact]
    public void A_saved_layer_has_the_bytes_of_the_format()
    {
        var layer = Linear(2, 1);
        using (no_grad())
        {
            layer.weight.copy_(tensor(new[,] { { 1f, -2f } }));
            layer.bias!.fill_(0.5f);
        }
        byte[] expected =
        [
            2,
            6, .. "weight"u8, 6, 2, 1, 2, 0, 0, 0x80, 0x3F, 0, 0, 0, 0xC0,
            4, .. "bias"u8, 6, 1, 1, 0, 0, 0, 0x3F,
        ];
        Assert.Equal(expected, Saved(layer));
    }

    [Fact]
    public void Long_dimensions_take_several_bytes()
    {
        var bytes = Saved(Linear(300, 1, hasBias: false));
        Assert.Equal([1, 6, .. "weight"u8, 6, 2, 1, 0xAC, 2], bytes[..13]);
    }

    [Fact]
    public void Buffers_and_other_types_come_back()
    {
        var (one, other) = (new Counter(), new Counter());
        one.steps.fill_(7);
        Load(other, Saved(one));
        Assert.Equal(7L, other.steps.item<long>());
        Assert.True(one.fc.weight.allclose(other.fc.weight));
        Assert.Equal(float64, other.fc.weight.dtype);
    }

    [Fact]
    public void Skipped_names_stay_as_they_are()
    {
        var (one, other) = (Linear(2, 2), Linear(2, 2));
        var bias = other.bias!.detach().clone();
        var loaded = new Dictionary<string, bool>();
        using var file = new MemoryStream(Saved(one));
        other.load(file, skip: ["bias"], loadedParameters: loaded);
        Assert.True(other.weight.allclose(one.weight));
        Assert.True(other.bias!.allclose(bias));
        Assert.Equal(new Dictionary<string, bool> { ["weight"] = true, ["bias"] = false }, loaded);

        Load(other, Saved(one, ["bias"]), strict: false);
        Assert.True(other.bias!.allclose(bias));
    }

    [Fact]
    public void Every_truncation_is_refused_and_leaves_the_model_as_it_was()
    {
        var bytes = Saved(new Net());
        var target = new Net();
        var before = Saved(target);
        for (var length = 0; length < bytes.Length; length += 37)
        {
            var error = Assert.Throws<InvalidDataException>(() => Load(target, bytes[..length]));
            Assert.Contains("expected", error.Message, StringComparison.Ordinal);
        }
        Assert.Equal(before, Saved(target));
    }

    [Fact]
    public void Every_damaged_byte_outside_the_numbers_is_refused_and_leaves_the_model_as_it_was()
    {
        var bytes = Saved(Linear(3, 2));
        var target = Linear(3, 2);
        var before = Saved(target);
        int[] structure = [.. Enumerable.Range(0, 12), .. Enumerable.Range(36, 8)];
        foreach (var place in structure)
        {
            var damaged = (byte[])bytes.Clone();
            damaged[place] ^= 0x55;
            var error = Record.Exception(() => Load(target, damaged));
            Assert.True(error is InvalidDataException or ArgumentException, $"byte {place}: {error}");
        }
        Assert.Equal(before, Saved(target));
    }

    [Fact]
    public void A_file_of_noise_is_refused()
    {
        var noise = new byte[200];
        new System.Random(1).NextBytes(noise);
        var error = Record.Exception(() => Load(new Net(), noise));
        Assert.True(error is InvalidDataException or ArgumentException, $"{error}");
    }

    [Fact]
    public void A_shape_beyond_all_memory_is_refused_before_it_is_read()
    {
        byte[] file = [2, 6, .. "weight"u8, 6, 2, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x7F, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x7F];
        Assert.ThrowsAny<Exception>(() => Load(Linear(2, 2), file));
        Assert.Throws<InvalidDataException>(() => Load(Linear(2, 2), file, strict: false, skip: ["weight"]));
    }

    [Fact]
    public void Another_model_is_refused_by_name_shape_or_type()
    {
        Assert.Contains("'weight': expected [2, 3], got [3, 2]",
            Assert.Throws<ArgumentException>(() => Load(Linear(3, 2), Saved(Linear(2, 3)))).Message, StringComparison.Ordinal);
        Assert.StartsWith("Mismatched tensor data types while loading.",
            Assert.Throws<ArgumentException>(() => Load(Linear(2, 2), Saved(Linear(2, 2, dtype: float64)))).Message, StringComparison.Ordinal);
        Assert.Contains("'fc.weight'",
            Assert.Throws<ArgumentException>(() => Load(new WithList(), Saved(new Renamed()))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_file_is_named() =>
        Assert.Contains("no-such-model.dat", Assert.Throws<FileNotFoundException>(() => Linear(1, 1).load("no-such-model.dat")).Message, StringComparison.Ordinal);

    [Fact]
    public void A_tensor_is_saved_and_loaded_by_itself()
    {
        using var file = new MemoryStream();
        var source = arange(6).reshape(2, 3).t();
        source.Save(file);
        Assert.Equal([4, 2, 3, 2, 0], file.ToArray()[..5]);
        file.Position = 0;
        var back = Tensor.Load(file);
        Assert.Equal([0L, 3, 1, 4, 2, 5], back.data<long>().ToArray());
        file.Position = 0;
        var target = zeros(3, 2, dtype: int64);
        target.Load(new BinaryReader(file));
        Assert.True(target.Equals(back));
    }

    private static byte[] Saved(Module module, IList<string>? skip = null)
    {
        using var file = new MemoryStream();
        module.save(file, skip);
        return file.ToArray();
    }

    private static void Load(Module module, byte[] bytes, bool strict = true, IList<string>? skip = null)
    {
        using var file = new MemoryStream(bytes);
        module.load(file, strict, skip);
    }

    private sealed class Counter : Module<Tensor, Tensor>
    {
        internal readonly Linear fc = Linear(2, 2, dtype: float64);
        internal readonly Tensor steps = zeros(1, dtype: int64);

        internal Counter() : base("Counter") => RegisterComponents();

        public override Tensor forward(Tensor input) => fc.call(input);
    }

    private sealed class Renamed : Module<Tensor, Tensor>
    {
        private readonly Linear fc = Linear(1, 2);
        private readonly Linear other = Linear(2, 3);

        internal Renamed() : base("Renamed") => RegisterComponents();

        public override Tensor forward(Tensor input) => other.call(fc.call(input));
    }
}
