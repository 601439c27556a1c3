using System.CommandLine;
using LstmCourse.Cli.Commands;

namespace LstmCourse.Cli.Tests;

public sealed class HelpTests
{
    [Fact]
    public async Task Without_a_verb_the_command_lists_its_verbs()
    {
        var (bare, help) = (await CourseProcess.RunAsync(), await CourseProcess.RunAsync("--help"));
        Assert.Equal((0, 0), (bare.ExitCode, help.ExitCode));
        Assert.Equal(help.Output, bare.Output);
        foreach (var verb in CommandLine.CreateRoot().Subcommands) Assert.Contains(
            $"\n  {verb.Name} ", help.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_explains_its_options()
    {
        var result = await CourseProcess.RunAsync("run", "--help");
        Assert.Equal(0, result.ExitCode);
        string[] options = ["--check", "--update", "--timeout <SECONDS>", "--parallel <N>", "--kernel <NAME>", "--out <DIR>", "--json"];
        foreach (var option in options)
        {
            Assert.Contains(option, result.Output, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Every_verb_and_every_option_says_what_it_does()
    {
        foreach (var command in WithSubcommands(CommandLine.CreateRoot()))
        {
            Assert.False(string.IsNullOrWhiteSpace(command.Description), command.Name);
            Assert.All(
                command.Options.Cast<Symbol>().Concat(command.Arguments),
                symbol => Assert.False(string.IsNullOrWhiteSpace(symbol.Description), $"{command.Name} {symbol.Name}"));
        }
    }

    private static IEnumerable<Command> WithSubcommands(Command command) =>
        command.Subcommands.SelectMany(WithSubcommands).Prepend(command);
}
