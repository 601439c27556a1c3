namespace TorchSharp.Modules;

public abstract partial class OptimizerHelper
{
    public virtual StateDictionary state_dict()
    {
        var all = new StateDictionary();
        foreach (var group in Groups)
        {
            all.Options.Add(group.Options);
            all.State.AddRange(group.Slots.Select(slot => slot.State));
        }
        return all;
    }

    /// <summary>Takes over options and state from another optimizer of this kind.</summary>
    /// <exception cref="ArgumentException">The groups or parameters are not as many as here.</exception>
    public virtual void load_state_dict(StateDictionary state_dict)
    {
        ArgumentNullException.ThrowIfNull(state_dict);
        var own = this.state_dict();
        CheckCounts(own, state_dict.Options.Count, state_dict.State.Count);
        for (var i = 0; i < own.Options.Count; i++) own.Options[i].LoadStateDict(state_dict.Options[i]);
        for (var i = 0; i < own.State.Count; i++)
        {
            if (!ReferenceEquals(own.State[i], state_dict.State[i])) own.State[i].LoadStateDict(state_dict.State[i]);
        }
    }

    public void save_state_dict(string location)
    {
        using var writer = new BinaryWriter(File.Create(location));
        save_state_dict(writer);
    }

    public void save_state_dict(BinaryWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        var all = state_dict();
        writer.Write(GetType().Name);
        writer.WriteLeb128(all.Options.Count);
        writer.WriteLeb128(all.State.Count);
        foreach (var options in all.Options) options.SaveStateDict(writer);
        foreach (var state in all.State) state.SaveStateDict(writer);
    }

    public void load_state_dict(string location)
    {
        using var reader = new BinaryReader(File.OpenRead(location));
        load_state_dict(reader);
    }

    /// <summary>Takes over what <see cref="save_state_dict(BinaryWriter)"/> wrote. After an error the optimizer is as it was.</summary>
    /// <exception cref="InvalidDataException">The file is damaged, or another kind of optimizer wrote it.</exception>
    /// <exception cref="ArgumentException">The groups, parameters or shapes are not those of this optimizer.</exception>
    public void load_state_dict(BinaryReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        try
        {
            var kind = reader.ReadString();
            if (kind != GetType().Name)
            {
                throw new InvalidDataException(
                    $"Mismatched optimizer type: expected '{GetType().Name}', but found '{kind}' in the loaded stream.");
            }
            var loaded = new StateDictionary();
            var (groups, states) = (reader.ReadLeb128(), reader.ReadLeb128());
            CheckCounts(state_dict(), groups, states);
            foreach (var _ in Groups)
            {
                var options = NewOptions();
                options.LoadStateDict(reader);
                loaded.Options.Add(options);
            }
            foreach (var (parameter, _) in Groups.SelectMany(group => group.Slots))
            {
                var state = NewState(parameter);
                state.LoadStateDict(reader);
                loaded.State.Add(state);
            }
            load_state_dict(loaded);
        }
        catch (EndOfStreamException e)
        {
            throw new InvalidDataException("expected the state of an optimizer, got a file that ends too early", e);
        }
    }

    private static void CheckCounts(StateDictionary own, long groups, long states)
    {
        if (groups != own.Options.Count)
            throw new ArgumentException($"Invalid optimizer state -- different number of parameter groups.\nexpected {own.Options.Count}, got {groups}");
        if (states != own.State.Count)
            throw new ArgumentException($"Invalid optimizer state -- different number of states.\nexpected {own.State.Count}, got {states}");
    }
}
