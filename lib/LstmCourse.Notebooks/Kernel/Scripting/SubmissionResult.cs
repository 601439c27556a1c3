using LstmCourse.Notebooks.Documents;

namespace LstmCourse.Notebooks.Kernel.Scripting;

/// <summary>How a cell ended.</summary>
/// <param name="Value">The value of its last expression, if that had one.</param>
/// <param name="Error">Why it failed, or null if it did not.</param>
internal sealed record SubmissionResult(MimeBundle? Value, ErrorOutput? Error);
