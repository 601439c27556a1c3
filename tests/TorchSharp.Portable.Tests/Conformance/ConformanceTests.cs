using System.Globalization;
using System.Text.RegularExpressions;

namespace TorchSharp.Portable.Tests.Conformance;

/// <summary>What the portable engine answers where TorchSharp's answer is known.</summary>
[Collection("global settings")]
public sealed partial class ConformanceTests
{
    private static readonly Dictionary<string, Func<object?>> Questions = new(
        TensorQuestions.Types.Concat(TensorQuestions.Indexing).Concat(TensorQuestions.Printing).Concat(TensorQuestions.Scopes)
            .Concat(TensorQuestions.Autograd).Concat(TensorQuestions.Operations)
            .Concat(ModuleQuestions.Random).Concat(ModuleQuestions.Recurrent).Concat(ModuleQuestions.Layers)
            .Concat(ModuleQuestions.Structure).Concat(ModuleQuestions.Training).Concat(DataQuestions.Loaders));

    public static IEnumerable<object[]> Asked => Questions.Keys.Select(static question => new object[] { question });

    [Theory]
    [MemberData(nameof(Asked))]
    public void Answers_as_TorchSharp_does(string question)
    {
        var answer = Facts.Answer(Questions[question]);
        if (Differences.Answers.TryGetValue(question, out var known)) Assert.Equal(known.Answer, answer);
        else if (Differences.LastDigits.ContainsKey(question)) AssertNear(Facts.All[question], answer);
        else Assert.Equal(Facts.All[question], answer);
    }

    [Fact]
    public void Every_fact_is_asked_or_says_why_it_is_not() =>
        Assert.Equal(Facts.All.Keys.Order(), Questions.Keys.Concat(Differences.NotAsked.Keys).Order());

    [Fact]
    public void Every_listed_difference_is_one() =>
        Assert.All(Differences.Answers, static difference => Assert.NotEqual(Facts.All[difference.Key], difference.Value.Answer));

    private static void AssertNear(string expected, string answer)
    {
        Assert.Equal(Number().Replace(expected, "#"), Number().Replace(answer, "#"));
        var pairs = Number().Matches(expected).Zip(Number().Matches(answer), static (a, b) => (Parse(a), Parse(b)));
        foreach (var (a, b) in pairs) Assert.True(Math.Abs(a - b) <= 2e-6 * (1 + Math.Abs(a)), $"expected {expected}, got {answer}");

        static double Parse(Match match) => double.Parse(match.Value, CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(@"-?\d+(\.\d+)?(e-?\d+)?")]
    private static partial Regex Number();
}
