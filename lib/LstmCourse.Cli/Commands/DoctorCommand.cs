using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using LstmCourse.Cli.Diagnosis;

namespace LstmCourse.Cli.Commands;

/// <summary><c>course doctor</c></summary>
internal static class DoctorCommand
{
    private const int SomethingIsWrong = 1;

    private static readonly JsonSerializerOptions Indented =
        new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Command Create()
    {
        var json = new Option<bool>("--json") { Description = "Print the findings as JSON." };
        var command = new Command(
            "doctor", "Say what the course finds on this machine and whether that is good. Exit code 0: the course works, 1: something "
                + "must be mended.") { json };
        command.SetAction(async (arguments, cancellationToken) =>
        {
            var facts = await MachineFacts.GatherAsync(CourseFolders.Find(), cancellationToken).ConfigureAwait(false);
            var findings = Doctor.Examine(facts);
            Console.Out.Write(arguments.GetValue(json) ? ToJson(findings) : ToText(findings));
            return findings.Any(finding => finding.Health == Health.Problem) ? SomethingIsWrong : 0;
        });
        return command;
    }

    /// <summary>A line for each finding: verdict, subject, text.</summary>
    internal static string ToText(IReadOnlyList<Finding> findings) =>
        string.Concat(findings.Select(finding => $"{Word(finding.Health),-8} {finding.Subject,-8} {finding.Text}\n"));

    private static string ToJson(IReadOnlyList<Finding> findings) => new JsonArray([.. findings.Select(finding => new JsonObject
    {
        ["subject"] = finding.Subject,
        ["verdict"] = Word(finding.Health),
        ["text"] = finding.Text,
    })]).ToJsonString(Indented) + "\n";

    private static string Word(Health health) => health switch { Health.Good => "good", Health.Note => "note", _ => "problem" };
}
