using System.Text.Json.Serialization;

namespace LstmCourse.Cli.Benchmarks;

/// <summary>The recurrent layer of a case, named as in PyTorch.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Cell>))]
internal enum Cell
{
    LSTM,
    GRU,
    RNN,
}

/// <summary>
/// A model and a batch whose training step or inference pass is timed: Embedding, recurrent layer, Linear on the last hidden state; in
/// training also the loss, the backward pass, clipping of the gradient's norm to 1, and Adam.
/// </summary>
internal sealed record StepCase
{
    /// <summary>What the case is called in tables.</summary>
    public required string Name { get; init; }

    public Cell Cell { get; init; } = Cell.LSTM;

    public int Layers { get; init; } = 1;

    public bool Bidirectional { get; init; }

    public int Batch { get; init; } = 32;

    public int Steps { get; init; } = 200;

    public int Embedding { get; init; } = 32;

    public int Hidden { get; init; } = 64;

    /// <summary>Rows of the embedding.</summary>
    public int Vocabulary { get; init; } = 5000;

    /// <summary>Outputs: 1 with binary cross-entropy, more with cross-entropy.</summary>
    public int Classes { get; init; } = 1;

    public bool Training { get; init; } = true;

    /// <summary>
    /// The seven cases of the engine's target. The next-word vocabulary of 2,000 lies between a single page's (about 300) and the sentiment
    /// model's 5,000.
    /// </summary>
    public static IReadOnlyList<StepCase> All { get; } =
    [
        new() { Name = "sentiment" },
        new() { Name = "next word", Steps = 61, Embedding = 100, Hidden = 150, Vocabulary = 2000, Classes = 2000 },
        new() { Name = "two-layer BiLSTM", Layers = 2, Bidirectional = true, Steps = 100, Embedding = 64, Hidden = 128 },
        new() { Name = "GRU", Cell = Cell.GRU },
        new() { Name = "RNN", Cell = Cell.RNN },
        new() { Name = "inference, one text", Batch = 1, Training = false },
        new() { Name = "inference, 256 texts", Batch = 256, Training = false },
    ];

    /// <summary>The sentiment step with one size varied at a time.</summary>
    public static IReadOnlyList<StepCase> Growth { get; } =
    [
        .. new[] { 50, 100, 200, 400, 800 }.Select(steps => new StepCase { Name = $"T = {steps}", Steps = steps }),
        .. new[] { 1, 8, 32, 128, 256 }.Select(batch => new StepCase { Name = $"B = {batch}", Batch = batch }),
        .. new[] { 32, 64, 128, 256, 512 }.Select(hidden => new StepCase { Name = $"H = {hidden}", Hidden = hidden }),
    ];

    /// <summary>The sizes in one line.</summary>
    [JsonIgnore]
    public string Description =>
        $"{(Bidirectional ? "Bi" : "")}{Cell}{(Layers > 1 ? $"×{Layers}" : "")} B{Batch} T{Steps} E{Embedding} H{Hidden} V{Vocabulary}";
}
