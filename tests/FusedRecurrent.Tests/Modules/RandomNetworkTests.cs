using System.Globalization;
using Xunit.Abstractions;

namespace FusedRecurrent.Tests.Modules;

/// <summary>
/// Random networks against libtorch's own modules: sizes, layouts, lengths, states, types and flags. Other draws every day; a failure
/// names its draw. FUSED_RECURRENT_DRAWS sets how many, FUSED_RECURRENT_DRAW the first.
/// </summary>
public sealed class RandomNetworkTests(ITestOutputHelper output)
{
    [Fact]
    public void Outputs_states_and_gradients_of_random_networks_are_those_of_libtorch()
    {
        int draws = Setting("FUSED_RECURRENT_DRAWS") ?? 36;
        int first = Setting("FUSED_RECURRENT_DRAW") ?? DateTime.UtcNow.Date.Subtract(DateTime.UnixEpoch).Days * 1000;
        double worst = 0;
        for (int draw = first; draw < first + draws; draw++)
        {
            var network = new NetworkDraw(draw);
            double error = network.LargestError();
            Assert.True(error <= 2e-5, $"{network}: error {error:G3}");
            worst = Math.Max(worst, error);
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{draws} networks, largest error {worst:G3}"));
    }
    private static int? Setting(string variable) =>
        Environment.GetEnvironmentVariable(variable) is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : null;
}
