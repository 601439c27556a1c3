using System.Collections.Immutable;

namespace LstmCourse.Notebooks.Kernel.Assistance;

/// <summary>One thing that could stand at the cursor.</summary>
/// <param name="Text">What to insert.</param>
/// <param name="Kind">Its kind in the words that VS Code has icons for: method, property, class, variable, ….</param>
/// <param name="Signature">What it is in one line of C#, or empty.</param>
internal sealed record Completion(string Text, string Kind, string Signature = "");

/// <summary>All that could replace a part of the code, best first.</summary>
/// <param name="Start">Where the part begins, as an index into the text.</param>
/// <param name="End">Where it ends.</param>
/// <param name="Items">What could stand there instead.</param>
internal sealed record Completions(int Start, int End, ImmutableArray<Completion> Items)
{
    public static Completions None(int position) => new(position, position, []);
}
