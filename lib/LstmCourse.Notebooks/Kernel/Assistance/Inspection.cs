namespace LstmCourse.Notebooks.Kernel.Assistance;

/// <summary>What is known about the thing at the cursor.</summary>
/// <param name="Markdown">For front ends that render it.</param>
/// <param name="Text">For those that do not.</param>
internal sealed record Inspection(string Markdown, string Text);
