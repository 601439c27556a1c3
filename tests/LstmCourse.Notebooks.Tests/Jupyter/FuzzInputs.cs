using System.Globalization;

namespace LstmCourse.Notebooks.Tests.Jupyter;

/// <summary>How many inputs a fuzz test tries: as many as it does in a few seconds, or what <c>COURSE_FUZZ_INPUTS</c> says.</summary>
internal static class FuzzInputs
{
    public static int OrUsual(int usual) =>
        int.TryParse(Environment.GetEnvironmentVariable("COURSE_FUZZ_INPUTS"), NumberStyles.None, CultureInfo.InvariantCulture,
            out var asked) ? asked : usual;
}
