namespace FusedRecurrent.Bench;

/// <summary>One model to be timed: its layer, its sizes, whether it trains, and whether it chooses among all words.</summary>
internal sealed record StepCase(
    string Name, string Cell, int Batch, int Steps, int Inputs, int Hidden, int Layers = 1, bool Both = false, bool Trains = true,
    bool NextWord = false, int Vocabulary = 2000)
{
    internal string Sizes => $"{(Both ? "Bi" : "")}{Cell}{(Layers > 1 ? $"×{Layers}" : "")} B{Batch} T{Steps} E{Inputs} H{Hidden}";

    /// <summary>Multiplications and additions of the layer: its products, forward and (three quarters back again) backward.</summary>
    internal double LayerOperations
    {
        get
        {
            double gates = Cell == "LSTM" ? 4 : Cell == "GRU" ? 3 : 1, sum = 0;
            int directions = Both ? 2 : 1;
            for (int layer = 0; layer < Layers; layer++)
            {
                int inputs = layer == 0 ? Inputs : Hidden * directions;
                sum += 2.0 * Batch * Steps * directions * gates * Hidden * (inputs + Hidden);
            }

            return Trains ? 3 * sum : sum;
        }
    }

    internal static readonly StepCase[] Seven =
    [
        new("sentiment", "LSTM", 32, 200, 32, 64),
        new("next word", "LSTM", 32, 61, 100, 150, NextWord: true),
        new("two-layer BiLSTM", "LSTM", 32, 100, 64, 128, Layers: 2, Both: true),
        new("GRU", "GRU", 32, 200, 32, 64),
        new("RNN", "RNN", 32, 200, 32, 64),
        new("inference, one text", "LSTM", 1, 200, 32, 64, Trains: false),
        new("inference, 256 texts", "LSTM", 256, 200, 32, 64, Trains: false),
    ];

    /// <summary>The sentiment step with one size varied at a time.</summary>
    internal static readonly StepCase[] Growth =
    [
        .. new[] { 50, 100, 200, 400, 800 }.Select(steps => new StepCase($"T = {steps}", "LSTM", 32, steps, 32, 64)),
        .. new[] { 1, 8, 32, 128, 256 }.Select(batch => new StepCase($"B = {batch}", "LSTM", batch, 200, 32, 64)),
        .. new[] { 32, 64, 128, 256, 512 }.Select(hidden => new StepCase($"H = {hidden}", "LSTM", 32, 200, 32, hidden)),
    ];
}
