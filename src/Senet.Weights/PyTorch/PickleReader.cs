using System.Globalization;
using Senet.Graph;

namespace Senet.Weights;

/// <summary>
/// Reads one pickle into tensors, dictionaries, lists, numbers and texts, and nothing else: every name in it must be on the list of
/// <see cref="PickleGlobal"/>, which is checked where the name stands, so nothing is ever created or called by name.
/// </summary>
/// <remarks>
/// Own code rather than Razorvine.Pickle, which cannot be made strict: it turns unknown names into dictionaries, finds constructors in
/// one table for the whole process, sets state through reflection, passes persistent ids as text while PyTorch's are tuples, and
/// allocates whatever length an opcode states before it reads. Here the stack, the memo and all that is built are bounded by the
/// file's size (<see cref="TorchInput.Take"/>), no step recurses, and each takes time in proportion to the bytes it reads.
/// </remarks>
sealed partial class PickleReader
{
    // PyTorch's pickles push at most a thousand items at a time, and nest a few levels.
    const int MaxStack = 1 << 20;
    const int MaxMarks = 1 << 16;

    // Python numbers the memo without gaps; a pickle that was edited may have a few.
    const int MaxMemoGap = 64;

    static readonly object True = true, False = false;
    static readonly object?[] EmptyTuple = [];
    static readonly object Unset = new();

    readonly TorchInput _input;
    readonly PickleSource _source;
    readonly Func<object?, object?> _persistent;
    readonly PickleObjects _objects;
    readonly List<object?> _stack = [];
    readonly List<int> _marks = [];
    readonly List<object?> _memo = [];

    PickleReader(TorchInput input, PickleSource source, Func<object?, object?> persistent)
    {
        _input = input;
        _source = source;
        _persistent = persistent;
        _objects = new PickleObjects(input);
    }

    /// <summary>Reads the pickle at the source's position.</summary>
    /// <param name="input">The file.</param>
    /// <param name="source">Where the pickle stands; afterwards at the byte behind it.</param>
    /// <param name="persistent">Turns the container's own references, such as those to storages, into objects.</param>
    /// <exception cref="SenetException">The pickle is damaged, too large, or names something that is not allowed.</exception>
    public static object? Read(TorchInput input, PickleSource source, Func<object?, object?> persistent) =>
        new PickleReader(input, source, persistent).Run();

    /// <summary>Reads a pickle that may not refer to the container.</summary>
    public static object? Read(TorchInput input, PickleSource source) =>
        Read(input, source, _ => throw input.Bad($"a persistent id where none is expected; the file is damaged"));

    object? Run()
    {
        for (byte opcode = _source.ReadByte(); opcode != PickleOpcode.Stop; opcode = _source.ReadByte())
            Step(opcode);
        if (_stack.Count != 1 || _marks.Count != 0)
            throw Damaged("ends with a value too many or too few");
        return _stack[0];
    }

    void Step(byte opcode)
    {
        switch (opcode)
        {
            case PickleOpcode.Proto: CheckProtocol(_source.ReadByte()); break;
            case PickleOpcode.Frame: _source.ReadInt64(); break; // only a hint for buffering

            case PickleOpcode.Mark: Mark(); break;
            case PickleOpcode.Pop: Pop(); break;
            case PickleOpcode.PopMark: DropToMark(PopMark()); break;
            case PickleOpcode.Dup: Push(Peek()); break;

            case PickleOpcode.None: Push(null); break;
            case PickleOpcode.NewTrue: Push(True); break;
            case PickleOpcode.NewFalse: Push(False); break;
            case PickleOpcode.BinInt: PushInteger(_source.ReadInt32()); break;
            case PickleOpcode.BinInt1: PushInteger(_source.ReadByte()); break;
            case PickleOpcode.BinInt2: PushInteger(_source.ReadUInt16()); break;
            case PickleOpcode.Long1: PushLong(_source.ReadByte()); break;
            case PickleOpcode.Long4: PushLong(_source.ReadInt32()); break;
            case PickleOpcode.BinFloat: PushBoxed(_source.ReadDouble()); break;
            case PickleOpcode.Int: PushIntegerLine(_source.ReadLine()); break;
            case PickleOpcode.Long: PushIntegerLine(_source.ReadLine().TrimEnd('L')); break;
            case PickleOpcode.Float: PushFloatLine(_source.ReadLine()); break;

            case PickleOpcode.BinUnicode: Push(Text((uint)_source.ReadInt32())); break;
            case PickleOpcode.ShortBinUnicode: Push(Text(_source.ReadByte())); break;
            case PickleOpcode.BinUnicode8: Push(Text(_source.ReadInt64())); break;
            case PickleOpcode.BinString: Push(TextOrBytes((uint)_source.ReadInt32())); break;
            case PickleOpcode.ShortBinString: Push(TextOrBytes(_source.ReadByte())); break;
            case PickleOpcode.BinBytes: Push(_source.ReadBytes((uint)_source.ReadInt32())); break;
            case PickleOpcode.ShortBinBytes: Push(_source.ReadBytes(_source.ReadByte())); break;
            case PickleOpcode.BinBytes8:
            case PickleOpcode.ByteArray8: Push(_source.ReadBytes(_source.ReadInt64())); break;
            // The text protocols only occur in pickles that are refused for their names: escapes stay as they are.
            case PickleOpcode.String:
            case PickleOpcode.Unicode: Push(_source.ReadLine()); break;

            case PickleOpcode.EmptyTuple: Push(EmptyTuple); break;
            case PickleOpcode.Tuple1: Push(PopTuple(1)); break;
            case PickleOpcode.Tuple2: Push(PopTuple(2)); break;
            case PickleOpcode.Tuple3: Push(PopTuple(3)); break;
            case PickleOpcode.Tuple: Push(PopTuple(_stack.Count - PopMark())); break;
            case PickleOpcode.EmptyList:
            case PickleOpcode.EmptySet: Push(_objects.NewList([])); break;
            case PickleOpcode.List:
            case PickleOpcode.FrozenSet: Push(_objects.NewList(PopTuple(_stack.Count - PopMark()))); break;
            case PickleOpcode.EmptyDict: Push(_objects.NewDictionary()); break;
            case PickleOpcode.Dict: PushDictionary(PopTuple(_stack.Count - PopMark())); break;
            case PickleOpcode.Append: _objects.Extend(Peek(1), PopTuple(1)); break;
            case PickleOpcode.Appends:
            case PickleOpcode.AddItems: ExtendBelowMark(); break;
            case PickleOpcode.SetItem: _objects.SetItems(Peek(2), PopTuple(2)); break;
            case PickleOpcode.SetItems: SetItemsBelowMark(); break;

            case PickleOpcode.Put: Memoize(Index(_source.ReadLine())); break;
            case PickleOpcode.BinPut: Memoize(_source.ReadByte()); break;
            case PickleOpcode.LongBinPut: Memoize((uint)_source.ReadInt32()); break;
            case PickleOpcode.Memoize: Memoize(_memo.Count); break;
            case PickleOpcode.Get: Push(Recall(Index(_source.ReadLine()))); break;
            case PickleOpcode.BinGet: Push(Recall(_source.ReadByte())); break;
            case PickleOpcode.LongBinGet: Push(Recall((uint)_source.ReadInt32())); break;

            case PickleOpcode.PersId: Push(_persistent(_source.ReadLine())); break;
            case PickleOpcode.BinPersId: Push(_persistent(Pop())); break;
            case PickleOpcode.Global: Push(PickleGlobal.Find(_input, _source.ReadLine(), _source.ReadLine())); break;
            case PickleOpcode.StackGlobal: PushStackGlobal(); break;
            case PickleOpcode.Reduce: Call(); break;
            case PickleOpcode.NewObj: NewObject(); break;
            case PickleOpcode.Build: BuildBelow(Pop()); break;

            case PickleOpcode.Inst: throw PickleGlobal.Refusal(_input, $"{_source.ReadLine()}.{_source.ReadLine()}");
            case PickleOpcode.Obj:
            case PickleOpcode.NewObjEx: throw PickleGlobal.Refusal(_input, "an instance of a class");
            case >= PickleOpcode.Ext1 and <= PickleOpcode.Ext4: throw PickleGlobal.Refusal(_input, "a name of Python's copyreg registry");
            default:
                throw _input.Bad($"byte {_source.Position - 1} of the pickle is 0x{opcode:x2}, which is no instruction that is known here; the file is damaged");
        }
    }

    void CheckProtocol(byte protocol)
    {
        if (protocol > PickleOpcode.HighestProtocol)
            throw _input.Bad($"a pickle of protocol {protocol}; up to {PickleOpcode.HighestProtocol} is supported");
    }

    void Push(object? value)
    {
        if (_stack.Count == MaxStack)
            throw Damaged("holds too many values at once");
        _stack.Add(value);
    }

    void Mark()
    {
        if (_marks.Count == MaxMarks)
            throw Damaged("is nested too deeply");
        _marks.Add(_stack.Count);
    }

    // Values below the last mark are out of reach until it is popped.
    int Bottom => _marks.Count == 0 ? 0 : _marks[^1];

    object? Peek(int depth = 0) => _stack.Count - depth > Bottom ? _stack[^(depth + 1)] : throw Damaged("takes a value that is not there");

    object? Pop()
    {
        object? value = Peek();
        _stack.RemoveAt(_stack.Count - 1);
        return value;
    }

    int PopMark()
    {
        if (_marks.Count == 0)
            throw Damaged("ends a group that was not begun");
        int mark = _marks[^1];
        _marks.RemoveAt(_marks.Count - 1);
        return mark;
    }

    void DropToMark(int mark) => _stack.RemoveRange(mark, _stack.Count - mark);

    object?[] PopTuple(int count)
    {
        if (_stack.Count - count < Bottom)
            throw Damaged("takes a value that is not there");
        _input.Take(32 + (8 * count));
        object?[] tuple = [.. _stack[^count..]];
        _stack.RemoveRange(_stack.Count - count, count);
        return tuple;
    }

    void ExtendBelowMark()
    {
        object?[] items = PopTuple(_stack.Count - PopMark());
        _objects.Extend(Peek(), items);
    }

    void SetItemsBelowMark()
    {
        object?[] items = PopTuple(_stack.Count - PopMark());
        _objects.SetItems(Peek(), items);
    }

    void PushDictionary(object?[] items)
    {
        PickleDictionary dictionary = _objects.NewDictionary();
        _objects.SetItems(dictionary, items);
        Push(dictionary);
    }

    int Index(string line) => int.TryParse(line, NumberStyles.None, CultureInfo.InvariantCulture, out int index) ? index
        : throw Damaged("has a memo index that is no number");

    void Memoize(long index)
    {
        if (index > _memo.Count + MaxMemoGap)
            throw Damaged("leaves a gap in its memo");
        while (_memo.Count <= index)
        {
            _input.Take(24);
            _memo.Add(Unset);
        }
        _memo[(int)index] = Peek();
    }

    object? Recall(long index) => index < _memo.Count && _memo[(int)index] != Unset ? _memo[(int)index]
        : throw Damaged("recalls a value that was not stored");

    void PushStackGlobal()
    {
        object? name = Pop(), module = Pop();
        if (name is not string nameText || module is not string moduleText)
            throw Damaged("has a name that is no text");
        Push(PickleGlobal.Find(_input, moduleText, nameText));
    }

    void Call()
    {
        object? arguments = Pop(), callee = Pop();
        Push(_objects.Call(callee, arguments));
    }

    void NewObject()
    {
        object? arguments = Pop(), type = Pop();
        Push(_objects.NewObject(type, arguments));
    }

    void BuildBelow(object? state) => _objects.Build(Peek(), state);

    SenetException Damaged(string problem) => _input.Bad($"its pickle {problem} (before byte {_source.Position}); the file is damaged");
}
