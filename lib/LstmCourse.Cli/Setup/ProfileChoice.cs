using System.Text;
using System.Xml;
using System.Xml.Linq;
using LstmCourse.Notebooks.Documents;

namespace LstmCourse.Cli.Setup;

/// <summary>The profile that was chosen for this clone, kept in <c>artifacts/profile.props</c>, where the build reads it.</summary>
/// <param name="Profile">The profile.</param>
/// <param name="Reason">Why it was chosen, in one line.</param>
internal sealed record ProfileChoice(CourseProfile Profile, string Reason)
{
    /// <summary>The choice; null if none was made, or if the file holds none.</summary>
    public static ProfileChoice? Read(CourseFolders folders)
    {
        try
        {
            var properties = XDocument.Load(folders.Choice).Descendants().Where(element => !element.HasElements).ToLookup(element => element.Name.LocalName, element => element.Value);
            var name = properties["CourseProfile"].FirstOrDefault();
            if (name is not ("portable" or CourseProfile.OfficialName)) return null;
            return new ProfileChoice(CourseProfile.Of(name, properties["CourseTorch"].FirstOrDefault() ?? "cpu"), properties["CourseProfileReason"].FirstOrDefault() ?? "");
        }
        catch (Exception e) when (e is IOException or XmlException)
        {
            return null;
        }
    }

    /// <summary>Writes the choice, in one step.</summary>
    public void Write(CourseFolders folders)
    {
        var document = new XElement(
            "Project",
            new XComment(" Written by `course setup`. "),
            new XElement(
                "PropertyGroup",
                Unless("CourseProfile", Profile.Name),
                Unless("CourseTorch", Profile.Torch),
                new XElement("CourseProfileReason", Reason)));
        Directory.CreateDirectory(folders.Artifacts);
        AtomicFile.WriteAllBytes(folders.Choice, Encoding.UTF8.GetBytes(document + "\n"));
    }

    // What is given on the command line counts more.
    private static XElement Unless(string name, string value) => new(name, new XAttribute("Condition", $"'$({name})' == ''"), value);
}
