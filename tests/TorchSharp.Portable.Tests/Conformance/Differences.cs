namespace TorchSharp.Portable.Tests.Conformance;

/// <summary>Where the portable engine answers differently, and why.</summary>
internal static class Differences
{
    private static readonly Dictionary<string, (string Answer, string Reason)> Known = new()
    {
        ["exception type"] = (
            "ExternalException 89 chars, first: The size of tensor a (2) must match the size of tensor b (3) at non-singleton dimension 0",
            "libtorch appends a trace of C++ calls, which does not exist here"),
        ["cuda on cpu box"] = (
            "THROWS InvalidOperationException: Torch device type CUDA did not initialise on the current machine. The portable engine computes on the "
            + "CPU only: leave the device out, or switch to the official libtorch packages with `./course setup --profile official`.",
            "there is no native back end whose loading could be traced; the message says what to do instead"),
    };

    internal static string Expected(string question) => Known.TryGetValue(question, out var known) ? known.Answer : Facts.All[question];

    internal static IEnumerable<string> Questions => Known.Keys;
}
