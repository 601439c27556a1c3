using LstmCourse.Notebooks.Kernel.Scripting;

namespace LstmCourse.Notebooks.Kernel.Assistance;

/// <summary>Helps a person to write the next cell of a session. Not while a cell runs.</summary>
internal sealed class SessionAssistant(CSharpSession session)
{
    /// <summary>What could stand at the cursor, given as an index into the text.</summary>
    public Completions Complete(string code, int position) => Completer.Complete(code, position, session.NotebookFolder, session.LookInto);

    /// <summary>What is known about the thing at the cursor, or null.</summary>
    public Inspection? Inspect(string code, int position) =>
        Inspector.Inspect(session.LookInto(code), position, name => VariableValue.Find(name, session.States));
}
