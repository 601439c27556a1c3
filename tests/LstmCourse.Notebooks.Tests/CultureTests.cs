using System.Globalization;

namespace LstmCourse.Notebooks.Tests;

public sealed class CultureTests
{
    [Fact]
    public async Task A_pass_in_another_culture_really_is_in_it()
    {
        var expected = Environment.GetEnvironmentVariable("COURSE_TEST_CULTURE") is { Length: > 0 } name ? name
            : CultureInfo.CurrentCulture.Name;
        Assert.Equal(expected, CultureInfo.CurrentCulture.Name);
        Assert.Equal(expected, await Task.Run(() => CultureInfo.CurrentCulture.Name));
        if (expected == "de-DE") Assert.Equal("0,5", $"{0.5}");
    }
}
