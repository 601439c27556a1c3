using System.Globalization;
using Xunit.Abstractions;

namespace FusedRecurrent.Tests.Modules;

/// <summary>
/// Random networks against libtorch's own modules: sizes, layouts, lengths, states, types and flags. Other draws every day; a failure
/// names its draw. FUSED_RECURRENT_DRAWS sets how many.
/// </summary>
public sealed class RandomNetworkTests(ITestOutputHelper output)
{
    [Fact]
    public void Outputs_states_and_gradients_of_random_networks_are_those_of_libtorch()
    {
        int draws = int.Parse(Environment.GetEnvironmentVariable("FUSED_RECURRENT_DRAWS") ?? "36", CultureInfo.InvariantCulture);
        int first = DateTime.UtcNow.Date.Subtract(DateTime.UnixEpoch).Days * 1000;
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
}
