namespace TorchSharp.Portable.Tests.Conformance;

/// <summary>Where the portable engine answers differently, and why.</summary>
internal static class Differences
{
    /// <summary>Other answers.</summary>
    internal static readonly Dictionary<string, (string Answer, string Reason)> Answers = new()
    {
        ["exception type"] = (
            "ExternalException 89 chars, first: The size of tensor a (2) must match the size of tensor b (3) at non-singleton dimension 0",
            "libtorch appends a trace of C++ calls, which does not exist here"),
        ["cuda on cpu box"] = (
            "THROWS InvalidOperationException: Torch device type CUDA did not initialise on the current machine. The portable engine computes on the "
            + "CPU only: leave the device out, or switch to the official libtorch packages with `./course setup --profile official`.",
            "there is no native back end whose loading could be traced; the message says what to do instead"),
        ["lstm made in scope"] = ("False", MadeInScope),
        ["Net built inside scope: params after"] = (
            "emb.weight lstm.weight_ih_l0 lstm.weight_hh_l0 lstm.bias_ih_l0 lstm.bias_hh_l0 fc.weight fc.bias", MadeInScope),
    };

    /// <summary>The same answers but for the last digits: sums and exponentials are rounded in another, fixed, order.</summary>
    internal static readonly Dictionary<string, string> LastDigits = new()
    {
        ["CE smoothing"] = "e^x and log x are polynomials of the engine's own",
        ["seed parity rand20"] = "from 16 numbers on libtorch uses vectorised cosines; these are correct to the last place",
        ["copy_ into LSTM param"] = "the gates' sigmoid and tanh are polynomials of the engine's own",
    };

    /// <summary>Facts that are not asked.</summary>
    internal static readonly Dictionary<string, string> NotAsked = new()
    {
        ["stats"] = "counts what a whole program left alive; DisposeScopeTests counts a known sequence",
        ["scope around dl"] = "counts what a whole program left alive; MemoryTests counts a known sequence",
        ["save/load"] = "the bytes are those of weights drawn late in a program; asked as `save and load`",
        ["emb pad grad"] = "the weights were drawn late in a program; asked as `padding gradient`",
        ["tensor save/load"] = "torch.save of one tensor writes a TorchScript archive, which the course does not use",
        ["closure"] = "LBFGS is not part of the portable engine",
    };

    private const string MadeInScope =
        "the official package silently loses the parameters of its native modules when the scope they were made in ends; the course makes models outside scopes";
}
