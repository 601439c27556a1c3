using System.Collections.Immutable;

namespace LstmCourse.Notebooks.Execution;

/// <summary>Holds what one kernel made of notebooks against what another made of them.</summary>
public static class KernelComparison
{
    /// <summary>
    /// The results of the second kernel, each with the differences to the first kernel's outputs in place of those to the committed ones.
    /// </summary>
    /// <param name="first">The results of the first kernel.</param>
    /// <param name="second">Those of the second, for the same notebooks in the same order.</param>
    /// <param name="name">The name of the second kernel, for the reports.</param>
    /// <exception cref="ArgumentException">They are not for the same notebooks.</exception>
    public static ImmutableArray<NotebookResult> Of(ImmutableArray<NotebookResult> first, ImmutableArray<NotebookResult> second,
        string name)
    {
        if (!first.Select(result => result.File.Path).SequenceEqual(second.Select(result => result.File.Path)))
        {
            throw new ArgumentException("expected the results of two kernels for the same notebooks", nameof(second));
        }

        return
        [
            .. first.Zip(second).Select(pair => pair.Second with
            {
                File = pair.Second.File with { DisplayName = $"{pair.Second.File.DisplayName} ({name})" },
                Differences = pair.Second.Run.DifferencesTo(pair.First.Run),
                Expected = pair.First.Run,
            }),
        ];
    }
}
